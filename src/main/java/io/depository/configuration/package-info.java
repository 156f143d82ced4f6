/** Wiring and settings. */
@ApplicationModule
@NullMarked
package io.depository.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
