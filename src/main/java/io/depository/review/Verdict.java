package io.depository.review;

import java.util.Locale;

/** What a person wants done with what is under review. */
public enum Verdict {
    /** Register it. */
    APPROVE,
    /** Give it back to its sender, with the reason. */
    RETURN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
