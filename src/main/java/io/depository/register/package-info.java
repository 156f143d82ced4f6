/** The append-only register: records, the Merkle tree of RFC 9162, receipts and checkpoints. */
@org.jspecify.annotations.NullMarked
package io.depository.register;
