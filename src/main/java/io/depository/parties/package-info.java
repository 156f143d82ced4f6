/** The directory: states, accounts, addresses, channels and keys. */
@ApplicationModule(allowedDependencies = {"treaty"})
@NullMarked
package io.depository.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
