package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the law makes of an agreement and its facts: the same for the same facts, in whatever order they were decided.
 * Immutable.
 *
 * <p>It rests on the facts that can move a date or a standing ({@link Law#movesDates}); others may be given and are left
 * aside, since nothing that is asked here depends on them.
 */
public final class LegalPosition {

    private final Agreement agreement;
    private final List<LegalFact> facts;
    private final Chronicle chronicle;

    /** Told when first asked for: most of what is asked needs no words. */
    private volatile @Nullable List<Effect> effects;

    private volatile @Nullable Map<Object, Effect> byKind;

    private LegalPosition(List<LegalFact> facts, Chronicle chronicle) {
        this.agreement = chronicle.agreement();
        this.facts = facts;
        this.chronicle = chronicle;
    }

    /** The position that follows from the facts, which may come in any order. */
    public static LegalPosition of(Agreement agreement, Collection<LegalFact> facts) {
        return of(agreement, facts, List.of());
    }

    /** The position that follows from the facts and from what the depository determined. */
    public static LegalPosition of(
            Agreement agreement, Collection<LegalFact> facts, Collection<? extends Determination> recorded) {
        List<LegalFact> moving = new ArrayList<>();
        for (LegalFact fact : facts) {
            if (Law.movesDates(fact.act())) {
                moving.add(fact);
            }
        }
        moving.sort(LegalFact.IN_LAW);
        return told(agreement, List.copyOf(moving), new RecordedDates(recorded));
    }

    /** The position of a chronicle that has been told those facts, in the order of their receipt, and is told no more. */
    static LegalPosition resting(List<LegalFact> facts, Chronicle chronicle) {
        return new LegalPosition(List.copyOf(facts), chronicle);
    }

    private static LegalPosition told(Agreement agreement, List<LegalFact> facts, RecordedDates recorded) {
        return new LegalPosition(facts, new Chronicle(agreement, facts, recorded));
    }

    /**
     * The position with one fact more, wherever its receipt puts it among the others. The cost does not grow with the
     * number of facts where it is the last one, as it is but for late decisions.
     */
    public LegalPosition with(LegalFact fact) {
        if (!Law.movesDates(fact.act())) {
            return this;
        }
        List<LegalFact> more = new ArrayList<>(facts.size() + 1);
        more.addAll(facts);
        more.add(fact);
        boolean last = facts.isEmpty() || LegalFact.IN_LAW.compare(facts.get(facts.size() - 1), fact) < 0;
        if (last && !chronicle.signatures().settles(fact)) {
            return new LegalPosition(List.copyOf(more), chronicle.continuedBy(fact));
        }
        more.sort(LegalFact.IN_LAW);
        return told(agreement, List.copyOf(more), chronicle.recorded());
    }

    /** The position with one determination more. */
    public LegalPosition with(Determination determination) {
        List<Determination> more = new ArrayList<>(chronicle.recorded().all());
        more.add(determination);
        return told(agreement, facts, new RecordedDates(more));
    }

    public Agreement agreement() {
        return agreement;
    }

    /** The facts that it rests on, in the order of their receipt. */
    public List<LegalFact> facts() {
        return facts;
    }

    /** What the depository determined, in the order of the entries. */
    public List<Determination> determinations() {
        return chronicle.recorded().all();
    }

    /** All effects that stand, in the order in which letters show them; each kind at most once a party. */
    public List<Effect> effects() {
        List<Effect> told = effects;
        if (told == null) {
            told = EffectsInForce.of(this);
            effects = told;
        }
        return told;
    }

    /** The states that the agreement names, in its order, then others that have acted, by code. */
    public List<PartyCode> parties() {
        Set<PartyCode> others = new TreeSet<>(chronicle.others());
        List<PartyCode> parties = new ArrayList<>();
        agreement.states().forEach(state -> parties.add(state.party()));
        parties.addAll(others);
        return parties;
    }

    /** How many consents are counted towards entry into force; a later withdrawal lowers it no more (VCLT 55). */
    public int counted() {
        return (int)
                chronicle.counted().stream().map(LegalFact::party).distinct().count();
    }

    /**
     * The consents that bring the agreement into force, in the order of their receipt; while too few stand, those that are
     * counted so far.
     */
    public List<LegalFact> decisiveConsents() {
        Threshold threshold = chronicle.threshold();
        return threshold == null ? chronicle.counted() : threshold.facts();
    }

    /** The latest consent of the state that was not taken back, whether or not a withdrawal ended it; empty where none is. */
    public Optional<LegalFact> consentOf(PartyCode party) {
        Participation latest = chronicle.latestOf(party);
        return latest == null || latest.revocation() != null ? Optional.empty() : Optional.of(latest.consent());
    }

    /** How many are needed, by number; where all of some states are needed, as many as these are. */
    public int needed() {
        Threshold threshold = chronicle.threshold();
        EntryIntoForceRule.Way way =
                threshold == null ? agreement.clauses().entryIntoForce().firstWay() : threshold.way();
        return neededFor(way.condition());
    }

    /** The day of general entry into force, from 00:00 in the agreement's zone; empty while too few consents stand. */
    public Optional<LocalDate> entryIntoForce() {
        Threshold threshold = chronicle.threshold();
        return threshold == null ? Optional.empty() : Optional.of(threshold.generalOn());
    }

    /** The first day on which the agreement is not in force any more for anybody; empty where no end follows. */
    public Optional<LocalDate> terminatedOn() {
        Termination end = chronicle.termination();
        return end == null ? Optional.empty() : Optional.of(end.on());
    }

    /**
     * Where the state stands on that day.
     *
     * @throws IllegalArgumentException where the agreement is not open to the state
     */
    public StandingOf standingOf(PartyCode party, LocalDate asOf) {
        if (!chronicle.isEntitled(party)) {
            throw new IllegalArgumentException("Agreement " + agreement.id() + " is not open to the state " + party);
        }
        return StandingHistory.of(party, chronicle)
                .on(asOf, chronicle.signatures().isDoubtful(party));
    }

    /** The day from which the latest standing consent binds the state, or will; empty where none does. */
    public Optional<LocalDate> boundSince(PartyCode party) {
        LocalDate bound = null;
        for (Participation participation : chronicle.participationsOf(party)) {
            if (participation.revocation() == null) {
                bound = chronicle.boundOn(participation);
            }
        }
        return Optional.ofNullable(bound == null ? chronicle.boundAnywayOn(party) : bound);
    }

    /**
     * The day from which the state applies the agreement provisionally (VCLT 25), on the day given: empty where it does
     * not, or where the agreement is in force for it already.
     */
    public Optional<LocalDate> appliedProvisionallySince(PartyCode party, LocalDate asOf) {
        Provisional applied = chronicle.provisionalOf(party);
        boolean bound = boundSince(party).filter(day -> !day.isAfter(asOf)).isPresent();
        if (applied == null || bound || applied.since().isAfter(asOf)) {
            return Optional.empty();
        }
        LocalDate until = applied.until();
        return until == null || until.isAfter(asOf) ? Optional.of(applied.since()) : Optional.empty();
    }

    /** The position as it follows from what had been received by the end of that day. */
    public LegalPosition asOf(LocalDate day) {
        if (facts.isEmpty() || !facts.get(facts.size() - 1).receivedOn().isAfter(day)) {
            return this;
        }
        List<LegalFact> received = facts.stream()
                .filter(fact -> chronicle.signatures().settles(fact)
                        || !fact.receivedOn().isAfter(day))
                .toList();
        return told(agreement, received, chronicle.recorded());
    }

    /** What the agreement waits for on that day, in words. */
    public Bilingual waitingFor(LocalDate asOf) {
        return WaitingFor.of(asOf(asOf), asOf);
    }

    /** What is missing to enter into force, and when it could at the earliest, as seen on that day. */
    public Outlook outlook(LocalDate asOf) {
        return Outlook.of(asOf(asOf), asOf);
    }

    /** Whether the signature of the state is in doubt and nobody has settled it. */
    boolean isDoubtful(PartyCode party) {
        return chronicle.signatures().isDoubtful(party);
    }

    int neededFor(Condition condition) {
        Condition.Everyone all = condition.all();
        if (all == null) {
            return condition.number();
        }
        int everyone = all.signatories()
                ? chronicle.signatures().known().size()
                : all.states().size();
        return Math.max(condition.number(), everyone);
    }

    Chronicle chronicle() {
        return chronicle;
    }

    @Nullable
    Effect findEffect(EffectKind kind, @Nullable PartyCode party) {
        Map<Object, Effect> found = byKind;
        if (found == null) {
            found = new HashMap<>();
            for (Effect effect : effects()) {
                found.put(key(effect.kind(), effect.party()), effect);
            }
            byKind = found;
        }
        return found.get(key(kind, party));
    }

    private static Object key(EffectKind kind, @Nullable PartyCode party) {
        return party == null ? kind : new KindOfParty(kind, party);
    }

    private record KindOfParty(EffectKind kind, PartyCode party) {}
}
