package io.depository.treaty;

import java.util.Arrays;
import java.util.Optional;

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
    PROVISIONAL_APPLICATION("provisional-application"),
    PROVISIONAL_APPLICATION_ENDS("provisional-application-ends"),
    TERMINATION("termination");

    private final String wireName;

    EffectKind(String wireName) {
        this.wireName = wireName;
    }

    /** The kind of that wire name. Throws where there is none. */
    public static EffectKind of(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("No such kind of effect: " + wireName));
    }

    /** The kind of that wire name, or empty where there is none. */
    public static Optional<EffectKind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }
}
