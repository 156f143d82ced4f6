package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an agreement told in the order of their receipt. One pass; a fact that could not have its effect when it
 * was received has none: a later decision can put another one before it.
 *
 * <p>Grows while facts are told, then rests; {@link #continuedBy} grows a copy.
 */
final class Chronicle {

    private final Agreement agreement;
    private final FinalClauses clauses;
    private final Signatures signatures;
    private final RecordedDates recorded;
    private final Map<PartyCode, List<Participation>> participations;
    private final ProvisionalApplications provisional;
    private final CountedConsents counted;
    private LocalDate toldUntil = LocalDate.MIN;

    /** Tells the facts, which are in the order of {@link LegalFact#IN_LAW}. */
    Chronicle(Agreement agreement, List<LegalFact> facts, RecordedDates recorded) {
        this(agreement, new Signatures(agreement, facts, recorded), recorded);
        facts.forEach(this::tell);
    }

    /** Tells nothing yet: the facts are told to it one after another. */
    Chronicle(Agreement agreement, Signatures signatures, RecordedDates recorded) {
        this.agreement = agreement;
        this.clauses = agreement.clauses();
        this.recorded = recorded;
        this.signatures = signatures;
        this.participations = new HashMap<>();
        this.provisional = new ProvisionalApplications();
        this.counted = new CountedConsents(agreement, signatures, recorded);
    }

    private Chronicle(Chronicle other, LegalFact next) {
        agreement = other.agreement;
        clauses = other.clauses;
        signatures = other.signatures.copy();
        recorded = other.recorded;
        participations = new HashMap<>(other.participations);
        provisional = other.provisional.copy();
        counted = other.counted.copy(signatures);
        toldUntil = other.toldUntil;
        List<Participation> own = other.participationsOf(next.party());
        if (!own.isEmpty()) {
            participations.put(
                    next.party(),
                    new ArrayList<>(own.stream().map(Participation::copy).toList()));
        }
        tell(next);
    }

    /** What is told when the fact, which must be the last one in law, is told after all others. */
    Chronicle continuedBy(LegalFact next) {
        return new Chronicle(this, next);
    }

    Agreement agreement() {
        return agreement;
    }

    /** As the agreement says it, found without going through its states. */
    boolean isEntitled(PartyCode party) {
        return signatures.isNamed(party) || agreement.openTo().includes(party) || isBoundAnyway(party);
    }

    Signatures signatures() {
        return signatures;
    }

    RecordedDates recorded() {
        return recorded;
    }

    /** The consents that count towards entry into force, in order of receipt. */
    List<LegalFact> counted() {
        return counted.all();
    }

    /** The consents that bring, or brought, the agreement into force; null while too few stand and no file gives the day. */
    @Nullable
    Threshold threshold() {
        return counted.threshold();
    }

    /** How the threshold was last lost; null where it never was. It may have been reached again. */
    CountedConsents.@Nullable Lost lost() {
        return counted.lost();
    }

    /** The states that have acted and are not named by the agreement. */
    Set<PartyCode> others() {
        Set<PartyCode> others = new HashSet<>(participations.keySet());
        others.addAll(signatures.byNotification());
        others.addAll(provisional.states());
        Circle binds = clauses.entryIntoForce().binds();
        if (binds != null) {
            others.addAll(binds.states());
        }
        others.removeIf(party -> signatures.isNamed(party));
        return others;
    }

    /** All that a state undertook, in order of receipt. */
    List<Participation> participationsOf(PartyCode party) {
        return participations.getOrDefault(party, List.of());
    }

    /** The latest of them; null where there is none. */
    @Nullable
    Participation latestOf(PartyCode party) {
        List<Participation> all = participationsOf(party);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** All that states undertook. */
    List<Participation> participations() {
        return participations.values().stream().flatMap(List::stream).toList();
    }

    /** The state's latest provisional application, be it ended or not; null where there is none. */
    @Nullable
    Provisional provisionalOf(PartyCode party) {
        return provisional.of(party);
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
        return BindingDay.of(participation.consent(), threshold(), clauses, recorded);
    }

    /** The day from which the agreement binds the state whether it consents or not; null where it does not. */
    @Nullable
    LocalDate boundAnywayOn(PartyCode party) {
        return isBoundAnyway(party) ? generalOn() : null;
    }

    boolean isBoundAnyway(PartyCode party) {
        return clauses.entryIntoForce().bindsAnyway(party);
    }

    /** How many states the agreement binds whether they consent or not. */
    int boundAnywayCount() {
        Circle binds = clauses.entryIntoForce().binds();
        return threshold() == null || binds == null ? 0 : binds.states().size();
    }

    /** How the agreement ends, or ended; null where no end follows. */
    @Nullable
    Termination termination() {
        return clauses.lifetime().equals(LifetimeRule.UNLIMITED) ? null : Termination.of(this);
    }

    /** Whether it has ended by that day. */
    boolean isOver(LocalDate day) {
        Termination end = termination();
        return end != null && !end.on().isAfter(day);
    }

    /** Whether that participation binds its state on the day: it has entered into force for it. */
    boolean isBound(Participation participation, LocalDate day) {
        LocalDate bound = boundOn(participation);
        return participation.revocation() == null && bound != null && !bound.isAfter(day);
    }

    /** Where the state stands on the day. The cost does not grow with what was told where that day is the last one told. */
    Standing standingOn(PartyCode party, LocalDate day) {
        return day.isBefore(toldUntil)
                ? StandingHistory.of(party, this)
                        .on(day, signatures.isDoubtful(party))
                        .standing()
                : StandingHistory.latest(party, this, day);
    }

    /** When the state of that participation can leave, and on which day it is out. */
    LeavingDay leavingDay(Participation participation) {
        return new LeavingDay(clauses, generalOn(), boundOn(participation));
    }

    private @Nullable LocalDate generalOn() {
        Threshold threshold = threshold();
        return threshold == null ? null : threshold.generalOn();
    }

    /** Tells one fact more, which comes after all others in law. */
    void tell(LegalFact fact) {
        toldUntil = fact.receivedOn().isAfter(toldUntil) ? fact.receivedOn() : toldUntil;
        if (!isEntitled(fact.party())) {
            return;
        }
        counted.comeTo(fact.receivedOn());
        if (isOver(fact.receivedOn())) {
            return;
        }
        switch (fact.act()) {
            case SIGNATURE -> {
                tellSignature(fact);
                if (clauses.isConsent(fact.act())) {
                    tellConsent(fact);
                }
            }
            case WITHDRAWAL -> tellWithdrawal(fact);
            case REVOCATION -> tellRevocation(fact);
            case PROVISIONAL_APPLICATION -> tellProvisional(fact);
            default -> {
                if (clauses.isConsent(fact.act())) {
                    tellConsent(fact);
                }
            }
        }
    }

    private void tellSignature(LegalFact fact) {
        boolean signedBefore = signatures.isSignatory(fact.party());
        signatures.tell(fact);
        ProvisionalApplicationRule rule = clauses.provisionalApplication();
        boolean signs = !signedBefore && signatures.isSignatory(fact.party());
        if (rule != null && rule.bySignature() && signs) {
            tellProvisional(fact);
        }
        counted.recount(fact);
    }

    private void tellConsent(LegalFact fact) {
        Participation latest = latestOf(fact.party());
        if (latest != null && latest.standsOn(fact.receivedOn())) {
            latest.repeatConsent(fact);
        } else if (Openness.isOpen(fact, this)) {
            participations
                    .computeIfAbsent(fact.party(), party -> new ArrayList<>())
                    .add(new Participation(fact, hasLeft(fact.party(), fact.receivedOn())));
            if (fact.act() == Act.DEFINITIVE_SIGNATURE) {
                signatures.tell(fact);
            }
            if (clauses.entryIntoForce().isCounted(fact)) {
                counted.add(fact);
            }
        }
    }

    private void tellProvisional(LegalFact fact) {
        Participation latest = latestOf(fact.party());
        LocalDate anyway = boundAnywayOn(fact.party());
        boolean bound = (anyway != null && !anyway.isAfter(fact.receivedOn()))
                || (latest != null && latest.standsOn(fact.receivedOn()) && isBound(latest, fact.receivedOn()));
        ProvisionalApplicationRule rule = clauses.provisionalApplication();
        if (rule != null && !bound) {
            provisional.begin(fact, rule, clauses.counting());
        }
    }

    private void tellWithdrawal(LegalFact fact) {
        Participation latest = latestOf(fact.party());
        if (latest == null
                || !isBound(latest, fact.receivedOn())
                || leavingDay(latest).isTooEarly(fact.receivedOn())) {
            return;
        }
        Participation.Notice standing = latest.standingNotice();
        if (standing != null) {
            standing.repeat(fact);
        } else {
            RecordedDate own = recorded.find(EffectKind.WITHDRAWAL_EFFECTIVE, fact);
            LocalDate effectiveOn = own == null ? leavingDay(latest).of(fact, false) : own.on();
            latest.withdraw(new Participation.Notice(fact, effectiveOn));
        }
    }

    private void tellRevocation(LegalFact fact) {
        LegalFact.Target target = fact.refersTo();
        if (target == null || !target.party().equals(fact.party())) {
            return;
        }
        if (provisional.end(fact, target.reference())) {
            return;
        }
        Participation latest = latestOf(fact.party());
        if (latest == null || !latest.standsOn(fact.receivedOn())) {
            return;
        }
        Participation.Notice notice = latest.standingNotice();
        if (notice != null && notice.isNote(target.reference())) {
            notice.revoke(fact);
        } else if (latest.isConsentNote(target.reference()) && !isBound(latest, fact.receivedOn())) {
            latest.revokeConsent(fact);
            counted.remove(latest.consent(), fact);
        }
    }
}
