package io.depository.inbox;

import java.util.Set;

/**
 * Where an arrival stands.
 *
 * <pre>
 *  RECEIVED ──► REGISTERED | RETURNED | UNDER_REVIEW | REPEAT | SET_ASIDE     by a decision
 *     │  ▲           ▲          ▲          │
 *     │  │           └──────────┴──────────┘                                 by staff
 *     ▼  │ retry
 *  QUARANTINED                                                               by a fault of ours
 * </pre>
 */
public enum WorkState {
    RECEIVED("received"),
    REGISTERED("registered"),
    RETURNED("returned"),
    UNDER_REVIEW("under-review"),
    /** The same bytes again: answered with the letter that answered them before. */
    REPEAT("repeat"),
    /** Nothing to decide and nobody to answer: a mail without a notification. */
    SET_ASIDE("set-aside"),
    QUARANTINED("quarantined");

    /** The states in which a decision leaves an arrival. */
    public static final Set<WorkState> SETTLED = Set.of(REGISTERED, RETURNED, UNDER_REVIEW, REPEAT, SET_ASIDE);

    private final String wireName;

    WorkState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
