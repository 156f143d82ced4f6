/** Commands for lawyers: the law over files, without database, broker or server. */
@ApplicationModule(allowedDependencies = {"treaty", "agreements"})
@NullMarked
package io.depository.lawyer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
