/** The law, pure: agreements, legal facts, counting of time, effects and standing. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.depository.treaty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
