/** The command that checks letters and exported registers: no server, and no trust but in a key. */
@ApplicationModule(allowedDependencies = {"treaty", "register"})
@NullMarked
package io.depository.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
