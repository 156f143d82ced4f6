package io.depository.correspondence;

/** What became of a notification. */
public enum Outcome {
    REGISTERED("registered"),
    RETURNED("returned"),
    UNDER_REVIEW("under-review");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
