/** What witnesses say of the register's checkpoints (C2SP tlog-cosignature): accepted, kept and served. */
@ApplicationModule(allowedDependencies = {"treaty", "parties", "register"})
@NullMarked
package io.depository.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
