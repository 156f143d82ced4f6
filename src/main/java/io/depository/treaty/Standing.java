package io.depository.treaty;

/** Where a state stands with an agreement on a day. */
public enum Standing {
    ENTITLED("entitled"),
    SIGNATORY("signatory"),
    CONTRACTING("contracting"),
    PARTY("party"),
    WITHDRAWING("withdrawing"),
    FORMER("former");

    private final String wireName;

    Standing(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
