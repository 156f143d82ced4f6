/** What the law makes of the register: the agreements in it, and where each stands. */
@ApplicationModule(allowedDependencies = {"treaty", "agreements", "parties", "register", "correspondence"})
@NullMarked
package io.depository.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
