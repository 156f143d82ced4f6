/** A room that uses another without having said so. */
@ApplicationModule(allowedDependencies = {})
package io.depository.house.bad.inbox;

import org.springframework.modulith.ApplicationModule;
