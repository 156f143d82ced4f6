/** The only room that knows Apache Camel. */
@ApplicationModule(
        allowedDependencies = {"treaty", "parties", "inbox", "outbox", "examination", "calendar", "dispatch"})
@NullMarked
package io.depository.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
