/** What a party says, pure: the notification, the named rules that examine it, outcomes and codes. */
@ApplicationModule(allowedDependencies = {"treaty"})
@NullMarked
package io.depository.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
