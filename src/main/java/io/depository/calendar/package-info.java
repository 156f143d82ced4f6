/** Duties that fall due. */
@ApplicationModule(allowedDependencies = {"treaty", "agreements", "parties", "register", "outbox", "correspondence"})
@NullMarked
package io.depository.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
