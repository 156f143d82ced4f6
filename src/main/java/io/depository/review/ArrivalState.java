package io.depository.review;

import io.depository.inbox.WorkState;
import java.util.Arrays;

/** Where an arrival stands, as staff name it. */
public enum ArrivalState {
    UNDECIDED(WorkState.RECEIVED, "undecided"),
    UNDER_REVIEW(WorkState.UNDER_REVIEW),
    RETURNED(WorkState.RETURNED),
    REGISTERED(WorkState.REGISTERED),
    REPEAT(WorkState.REPEAT),
    QUARANTINED(WorkState.QUARANTINED),
    SET_ASIDE(WorkState.SET_ASIDE);

    private final WorkState state;
    private final String wireName;

    ArrivalState(WorkState state) {
        this(state, state.wireName());
    }

    ArrivalState(WorkState state, String wireName) {
        this.state = state;
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    String stored() {
        return state.wireName();
    }

    static ArrivalState ofStored(String stored) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No such state of an arrival: " + stored));
    }
}
