/**
 * What the depository adds to its message broker: a plugin that Artemis loads from its own class path. Uses nothing of
 * the application, and the application uses nothing of it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.depository.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
