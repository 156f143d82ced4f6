package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an agreement told in the order of their receipt. One pass; a fact that could not have its effect when it
 * was received has none: a later decision can put another one before it.
 *
 * <p>Entry into force is final once its day has come (VCLT 55): before a fact of that day or a later one is told, the
 * consents that brought it about are fixed.
 */
final class Chronicle {

    /** A threshold that fell: the revocation by which it did, and the day of entry into force that went with it. */
    record Lost(LegalFact by, LocalDate generalOn) {}

    private final FinalClauses clauses;
    private final Map<PartyCode, Signature> signatures = new TreeMap<>();
    private final Map<PartyCode, List<Participation>> participations = new TreeMap<>();
    private final List<LegalFact> counted = new ArrayList<>();
    private @Nullable Threshold threshold;
    private boolean thresholdIsFinal;
    private @Nullable Lost lost;

    /** Tells the facts, which are in the order of {@link LegalFact#IN_LAW}. */
    Chronicle(Agreement agreement, List<LegalFact> facts) {
        clauses = agreement.clauses();
        for (AgreementState state : agreement.states()) {
            signatures.put(state.party(), state.signature());
            participations.put(state.party(), new ArrayList<>());
        }
        Set<PartyCode> settled = settledSignatures(facts);
        for (LegalFact fact : facts) {
            if (signatures.containsKey(fact.party())) {
                tell(fact, settled.contains(fact.party()));
            }
        }
    }

    /** The states whose signature staff have recorded: a signature is as old as the agreement, whenever settled. */
    static Set<PartyCode> settledSignatures(List<LegalFact> facts) {
        Set<PartyCode> settled = new HashSet<>();
        for (LegalFact fact : facts) {
            if (fact.act() == Act.SIGNATURE) {
                settled.add(fact.party());
            }
        }
        return Set.copyOf(settled);
    }

    /** The consents that count towards entry into force, in order of receipt. */
    List<LegalFact> counted() {
        return List.copyOf(counted);
    }

    /** The consents that bring, or brought, the agreement into force; null while too few stand. */
    @Nullable
    Threshold threshold() {
        return threshold;
    }

    /** How the threshold was last lost; null where it never was. It may have been reached again. */
    @Nullable
    Lost lost() {
        return lost;
    }

    /** All that a named state undertook, in order of receipt. */
    List<Participation> participationsOf(PartyCode party) {
        return participations.getOrDefault(party, List.of());
    }

    /** The latest of them; null where there is none. */
    @Nullable
    Participation latestOf(PartyCode party) {
        List<Participation> all = participationsOf(party);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Whether by that day the state has been a party and has left; it may have joined again. */
    boolean hasLeft(PartyCode party, LocalDate day) {
        Participation latest = latestOf(party);
        return latest != null && latest.hasLeftBy(day);
    }

    /** Whether the state has given a consent that stands on that day. */
    boolean hasConsented(PartyCode party, LocalDate day) {
        Participation latest = latestOf(party);
        return latest != null && latest.standsOn(day);
    }

    /** The day from which that participation binds its state; null while the facts give none. */
    @Nullable
    LocalDate boundOn(Participation participation) {
        return BindingDay.of(participation.consent(), threshold, clauses, clauses.counting());
    }

    /** Whether that participation binds its state on the day: it has entered into force for it. */
    boolean isBound(Participation participation, LocalDate day) {
        LocalDate bound = boundOn(participation);
        return participation.revocation() == null && bound != null && !bound.isAfter(day);
    }

    private void tell(LegalFact fact, boolean signatureSettled) {
        if (threshold != null && !threshold.generalOn().isAfter(fact.receivedOn())) {
            thresholdIsFinal = true;
        }
        if (clauses.entryIntoForce().isConsentOfSignatory(fact.act())) {
            boolean signatory = signatureSettled || signatures.get(fact.party()) != Signature.NOT_SIGNED;
            tellConsent(fact, signatory && !hasLeft(fact.party(), fact.receivedOn()));
        } else if (fact.act() == Act.ACCESSION && clauses.accession() != null) {
            boolean free = signatures.get(fact.party()) != Signature.SIGNED;
            tellConsent(fact, free || hasLeft(fact.party(), fact.receivedOn()));
        } else if (fact.act() == Act.WITHDRAWAL) {
            tellWithdrawal(fact);
        } else if (fact.act() == Act.REVOCATION) {
            tellRevocation(fact);
        }
    }

    private void tellConsent(LegalFact fact, boolean open) {
        Participation latest = latestOf(fact.party());
        if (latest != null && latest.standsOn(fact.receivedOn())) {
            latest.repeatConsent(fact);
        } else if (open) {
            participationsOf(fact.party()).add(new Participation(fact, hasLeft(fact.party(), fact.receivedOn())));
            if (clauses.entryIntoForce().counts().contains(fact.act())) {
                counted.add(fact);
                findThreshold();
            }
        }
    }

    private void tellWithdrawal(LegalFact fact) {
        WithdrawalRule rule = clauses.withdrawal();
        Participation latest = latestOf(fact.party());
        if (rule == null || latest == null || !isBound(latest, fact.receivedOn())) {
            return;
        }
        Participation.Notice standing = latest.standingNotice();
        if (standing != null) {
            standing.repeat(fact);
        } else {
            latest.withdraw(new Participation.Notice(
                    fact, rule.takesEffectOn(fact.receivedOn(), fact.effectiveOn(), clauses.counting())));
        }
    }

    private void tellRevocation(LegalFact fact) {
        LegalFact.Target target = fact.refersTo();
        Participation latest = latestOf(fact.party());
        if (target == null
                || latest == null
                || !target.party().equals(fact.party())
                || !latest.standsOn(fact.receivedOn())) {
            return;
        }
        Participation.Notice notice = latest.standingNotice();
        if (notice != null && notice.isNote(target.reference())) {
            notice.revoke(fact);
        } else if (latest.isConsentNote(target.reference()) && !isBound(latest, fact.receivedOn())) {
            latest.revokeConsent(fact);
            counted.remove(latest.consent());
            Threshold before = threshold;
            findThreshold();
            if (before != null && threshold == null) {
                lost = new Lost(fact, before.generalOn());
            }
        }
    }

    private void findThreshold() {
        if (!thresholdIsFinal) {
            int needed = clauses.entryIntoForce().needed();
            threshold = counted.size() < needed ? null : Threshold.of(counted.subList(0, needed), clauses);
        }
    }
}
