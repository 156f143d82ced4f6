package io.depository.correspondence;

/** What a circular tells. */
public enum CircularKind {
    NOTIFICATION_REGISTERED("notification-registered"),
    THRESHOLD_REACHED("threshold-reached"),
    THRESHOLD_LOST("threshold-lost"),
    ENTRY_INTO_FORCE_DUE("entry-into-force-due"),
    ENTERED_INTO_FORCE("entered-into-force"),
    ENTERED_INTO_FORCE_FOR_PARTY("entered-into-force-for-party"),
    WITHDRAWAL_RECEIVED("withdrawal-received"),
    WITHDRAWAL_REVOKED("withdrawal-revoked"),
    WITHDRAWAL_EFFECTIVE("withdrawal-effective"),
    AUTHORIZED_BODIES_CHANGED("authorized-bodies-changed"),
    CORRECTION("correction");

    private final String wireName;

    CircularKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
