package io.depository.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do; each role may do all that those before it may. */
public enum Role {
    /** Looks at everything and changes nothing. */
    VIEWER,
    /** Decides what is under review, retries what failed, handles the routes. */
    REGISTRAR,
    /** Counts as a registrar where two people are needed. */
    SUPERVISOR,
    /** Keeps the depository running. */
    ADMINISTRATOR;

    /** The name in the file of accounts, e.g. {@code registrar}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and all that it includes. */
    public List<Role> included() {
        return List.of(values()).subList(0, ordinal() + 1);
    }

    static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
