/** From bytes to a notification: recognition, limits, MIME, JSON and signatures. */
@ApplicationModule(allowedDependencies = {"treaty", "notification", "parties"})
@NullMarked
package io.depository.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
