package io.depository.notification;

import java.util.List;

/** One named requirement on a notification. Says all that it finds, and nothing where it cannot tell. */
@FunctionalInterface
public interface Rule {

    /** The defects, or remarks, in the order of the text; empty where there are none. Never throws. */
    List<Finding> check(Case examined);
}
