package io.depository.treaty;

/** Whether a state named in an agreement signed it, as far as the agreement's file can tell. */
public enum Signature {
    SIGNED("signed"),
    NOT_SIGNED("not-signed"),

    /** The copy at hand does not show it; staff settle it by a register entry of the act {@link Act#SIGNATURE}. */
    DOUBTFUL("doubtful");

    private final String wireName;

    Signature(String wireName) {
        this.wireName = wireName;
    }

    /** The name in agreement files. */
    public String wireName() {
        return wireName;
    }
}
