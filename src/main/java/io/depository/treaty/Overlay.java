package io.depository.treaty;

/** What lies over the standing of a state without changing it; the wire name is the contract's. */
public enum Overlay {
    /** It applies the agreement before it is in force for it (VCLT 25). */
    PROVISIONAL_APPLICATION("provisional-application"),

    /** It made a reservation that it has not withdrawn (VCLT 19, 22). */
    RESERVATION("reservation"),

    /** It notified something after its time, or has not notified it though the time is over. */
    LATE("late"),

    /** Another state objects to what it did, and has not withdrawn the objection (VCLT 20, 22). */
    DISPUTED("disputed");

    private final String wireName;

    Overlay(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
