/** The append-only register: records, the Merkle tree of RFC 9162, receipts and checkpoints. */
@ApplicationModule(allowedDependencies = {"treaty", "notification", "parties"})
@NullMarked
package io.depository.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
