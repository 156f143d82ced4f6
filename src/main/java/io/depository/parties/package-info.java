/** The directory: states, accounts, addresses, channels and keys. */
@org.jspecify.annotations.NullMarked
package io.depository.parties;
