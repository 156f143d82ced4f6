/** Agreement files: YAML, checked against a schema, into agreements. */
@ApplicationModule(allowedDependencies = {"treaty"})
@NullMarked
package io.depository.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
