/** The wording of acknowledgements and circulars, in JSON and in Russian and English text. */
@ApplicationModule(allowedDependencies = {"treaty", "notification", "register", "parties"})
@NullMarked
package io.depository.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
