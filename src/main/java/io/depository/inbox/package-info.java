/** What arrived: documents, receipts and the work they make. */
@ApplicationModule(allowedDependencies = {"treaty", "parties", "presence"})
@NullMarked
package io.depository.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
