/** Telling the parties: fan-out, claims and the ports that send. */
@ApplicationModule(allowedDependencies = {"treaty", "outbox", "parties", "correspondence"})
@NullMarked
package io.depository.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
