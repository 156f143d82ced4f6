/** The HTTP interface. */
@ApplicationModule(
        allowedDependencies = {
            "treaty",
            "agreements",
            "parties",
            "notification",
            "register",
            "inbox",
            "outbox",
            "correspondence",
            "standing",
            "examination",
            "calendar",
            "dispatch",
            "routing"
        })
@NullMarked
package io.depository.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
