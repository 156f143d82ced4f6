/** The HTTP interface: open to all, and to staff after login. */
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
            "dispatch",
            "routing",
            "review",
            "staff"
        })
@NullMarked
package io.depository.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
