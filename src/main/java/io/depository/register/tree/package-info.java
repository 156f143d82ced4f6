/** The Merkle tree of RFC 9162, pure: hashes, the coordinates of its nodes, growth and proofs. */
@org.jspecify.annotations.NullMarked
package io.depository.register.tree;
