/** Decisions by people: what is under review, what is tried again, whether a route runs; each with a name and a reason. */
@ApplicationModule(
        allowedDependencies = {
            "treaty",
            "parties",
            "notification",
            "reading",
            "register",
            "inbox",
            "outbox",
            "examination",
            "standing",
            "routing",
            "staff"
        })
@NullMarked
package io.depository.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
