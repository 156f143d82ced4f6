/** What people look at in a browser: pages open to all, and the office of the staff. They call the same use cases as the HTTP interface. */
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
            "examination",
            "calendar",
            "routing",
            "review",
            "staff",
            "console"
        })
@NullMarked
package io.depository.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
