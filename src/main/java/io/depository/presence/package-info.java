/** Which processes live: so that nobody waits for the leases of one that has ended. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.depository.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
