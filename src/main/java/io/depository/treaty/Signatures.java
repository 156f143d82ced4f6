package io.depository.treaty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who signed, and when: as the agreement's file says, as staff settled it, or by a signature that the depository received.
 *
 * <p>A doubt that staff settle says what was so from the beginning: the signature is as old as the agreement, whenever it was
 * settled. The same holds where the agreement is not open for signature any more.
 */
final class Signatures {

    private final Map<PartyCode, AgreementState> named;
    private final Map<PartyCode, LocalDate> signedOn = new HashMap<>();
    private final Map<PartyCode, LocalDate> received = new HashMap<>();
    private final Set<PartyCode> notSigned = new HashSet<>();
    private final Agreement agreement;

    Signatures(Agreement agreement, Collection<LegalFact> facts, RecordedDates determined) {
        this.agreement = agreement;
        this.named = new HashMap<>();
        for (AgreementState state : agreement.states()) {
            named.put(state.party(), state);
            if (state.signature() == Signature.SIGNED) {
                signedOn.put(state.party(), dayOf(state));
            }
        }
        for (LegalFact fact : facts) {
            if (settles(fact)) {
                settle(fact.party(), true);
            }
        }
        for (PartyCode party : named.keySet()) {
            Boolean signed = determined.signed(party);
            if (signed != null) {
                settle(party, signed);
            }
        }
    }

    private void settle(PartyCode party, boolean signed) {
        AgreementState state = named.get(party);
        if (signed) {
            signedOn.putIfAbsent(party, state == null ? agreement.signedOn() : dayOf(state));
        } else {
            signedOn.remove(party);
            notSigned.add(party);
        }
    }

    private Signatures(Signatures other) {
        agreement = other.agreement;
        named = other.named;
        signedOn.putAll(other.signedOn);
        received.putAll(other.received);
        notSigned.addAll(other.notSigned);
    }

    Signatures copy() {
        return new Signatures(this);
    }

    /** Whether the fact says what was so from the beginning, so that it must be known before any other is told. */
    boolean settles(LegalFact fact) {
        if (fact.act() != Act.SIGNATURE || !agreement.isEntitled(fact.party())) {
            return false;
        }
        AgreementState state = named.get(fact.party());
        return agreement.clauses().signature() == null || (state != null && state.signature() == Signature.DOUBTFUL);
    }

    /** Takes a signature that says what was so from the beginning, where nothing else was determined. */
    void settle(LegalFact fact) {
        if (!notSigned.contains(fact.party())) {
            settle(fact.party(), true);
        }
    }

    /** Takes a signature that the depository received. */
    void tell(LegalFact fact) {
        SignatureRule rule = agreement.clauses().signature();
        boolean open = fact.act() == Act.DEFINITIVE_SIGNATURE
                || (rule != null && rule.openTo().includes(fact.party()) && rule.isOpenOn(fact.receivedOn()));
        if (open && !signedOn.containsKey(fact.party())) {
            signedOn.put(fact.party(), fact.receivedOn());
            received.put(fact.party(), fact.receivedOn());
        }
    }

    boolean isNamed(PartyCode party) {
        return named.containsKey(party);
    }

    /** The states whose signature came by a notification. */
    Set<PartyCode> byNotification() {
        return new HashSet<>(received.keySet());
    }

    /** The states known to have signed. */
    Set<PartyCode> known() {
        return new HashSet<>(signedOn.keySet());
    }

    /** The day on which the state signed; null where it did not, or where that is in doubt. */
    @Nullable
    LocalDate dayOf(PartyCode party) {
        return signedOn.get(party);
    }

    boolean isSignatory(PartyCode party) {
        return signedOn.containsKey(party);
    }

    /** Whether the signature of the state is in doubt and nobody has settled it. */
    boolean isDoubtful(PartyCode party) {
        AgreementState state = named.get(party);
        return state != null
                && state.signature() == Signature.DOUBTFUL
                && !signedOn.containsKey(party)
                && !notSigned.contains(party);
    }

    private LocalDate dayOf(AgreementState state) {
        LocalDate own = state.signedOn();
        return own == null ? agreement.signedOn() : own;
    }
}
