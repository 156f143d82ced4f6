/** The use case at the centre: prepare, decide, record. */
@ApplicationModule(
        allowedDependencies = {
            "treaty",
            "agreements",
            "parties",
            "notification",
            "reading",
            "register",
            "inbox",
            "outbox",
            "correspondence",
            "standing",
            "calendar"
        })
@NullMarked
package io.depository.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
