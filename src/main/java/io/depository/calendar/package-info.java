/** Duties that fall due. */
@ApplicationModule(allowedDependencies = {"treaty", "register", "inbox", "outbox", "correspondence", "standing"})
@NullMarked
package io.depository.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
