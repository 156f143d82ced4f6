/** What is to be said: letters, deliveries and attempts. */
@ApplicationModule(allowedDependencies = {"treaty", "parties", "presence"})
@NullMarked
package io.depository.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
