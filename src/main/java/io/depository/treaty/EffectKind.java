package io.depository.treaty;

/** What can follow in law from a registered act; the wire name is the contract's. */
public enum EffectKind {
    CONSENT_COUNTED("consent-counted"),
    THRESHOLD_REACHED("threshold-reached"),
    ENTRY_INTO_FORCE("entry-into-force"),
    ENTRY_INTO_FORCE_FOR_PARTY("entry-into-force-for-party"),
    THRESHOLD_LOST("threshold-lost"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    WITHDRAWAL_EFFECTIVE("withdrawal-effective"),
    WITHDRAWAL_REVOKED("withdrawal-revoked"),
    AUTHORIZED_BODIES_LISTED("authorized-bodies-listed"),
    PROVISIONAL_APPLICATION("provisional-application");

    private final String wireName;

    EffectKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
