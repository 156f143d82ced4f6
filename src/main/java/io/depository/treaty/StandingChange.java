package io.depository.treaty;

import static io.depository.treaty.Standing.CONTRACTING;
import static io.depository.treaty.Standing.ENTITLED;
import static io.depository.treaty.Standing.FORMER;
import static io.depository.treaty.Standing.PARTY;
import static io.depository.treaty.Standing.SIGNATORY;
import static io.depository.treaty.Standing.WITHDRAWING;

import java.util.Map;

/** What changes the standing of a state: the whole life of a state with an agreement is {@link #TABLE}. */
enum StandingChange {
    SIGNED,
    CONSENTED,
    CONSENT_REVOKED,
    BOUND,

    /** The agreement binds the state from its general entry into force on, whether it consents or not. */
    BOUND_ANYWAY,
    WITHDREW,
    WITHDRAWAL_REVOKED,
    RELEASED,

    /** The agreement has ended for all. */
    TERMINATED;

    /**
     * From a standing, by a change, to a standing; what is not in it cannot happen. A consent that is revoked puts the
     * state back to where it was before it, which is why {@code CONSENT_REVOKED} is not in the table.
     */
    private static final Map<Standing, Map<StandingChange, Standing>> TABLE = Map.of(
            ENTITLED, Map.of(SIGNED, SIGNATORY, CONSENTED, CONTRACTING, BOUND_ANYWAY, PARTY),
            SIGNATORY, Map.of(CONSENTED, CONTRACTING, BOUND_ANYWAY, PARTY),
            CONTRACTING, Map.of(BOUND, PARTY),
            PARTY, Map.of(WITHDREW, WITHDRAWING, TERMINATED, FORMER),
            WITHDRAWING, Map.of(WITHDRAWAL_REVOKED, PARTY, RELEASED, FORMER, TERMINATED, FORMER),
            FORMER, Map.of(CONSENTED, CONTRACTING));

    /** Where the change leads; {@code beforeConsent} is where the state stood before its latest consent. */
    Standing from(Standing standing, Standing beforeConsent) {
        if (this == CONSENT_REVOKED && standing == CONTRACTING) {
            return beforeConsent;
        }
        Standing next = TABLE.getOrDefault(standing, Map.of()).get(this);
        if (next == null) {
            throw new IllegalStateException("A state that is " + standing.wireName() + " cannot have " + this);
        }
        return next;
    }
}
