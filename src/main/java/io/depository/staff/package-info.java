/** The depository's staff: who they are, what they may do, and what they did. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.depository.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
