package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Set<PartyCode> settled;
    private final List<Effect> effects;
    private final Map<PartyCode, StandingHistory> histories = new HashMap<>();

    private LegalPosition(Agreement agreement, List<LegalFact> facts) {
        this.agreement = agreement;
        this.facts = facts;
        this.chronicle = new Chronicle(agreement, facts);
        this.settled = Chronicle.settledSignatures(facts);
        this.effects = EffectsInForce.of(agreement, chronicle);
        for (AgreementState state : agreement.states()) {
            LocalDate signedOn = isSignatory(state) ? agreement.signedOn() : null;
            histories.put(state.party(), StandingHistory.of(signedOn, state.party(), chronicle));
        }
    }

    /** The position that follows from the facts, which may come in any order. */
    public static LegalPosition of(Agreement agreement, Collection<LegalFact> facts) {
        List<LegalFact> moving = new ArrayList<>();
        for (LegalFact fact : facts) {
            if (Law.movesDates(fact.act())) {
                moving.add(fact);
            }
        }
        moving.sort(LegalFact.IN_LAW);
        return new LegalPosition(agreement, List.copyOf(moving));
    }

    public Agreement agreement() {
        return agreement;
    }

    /** The facts that it rests on, in the order of their receipt. */
    public List<LegalFact> facts() {
        return facts;
    }

    /** All effects that stand, in the order in which letters show them; each kind at most once a party. */
    public List<Effect> effects() {
        return effects;
    }

    /** How many consents are counted towards entry into force; a later withdrawal lowers it no more (VCLT 55). */
    public int counted() {
        return (int)
                chronicle.counted().stream().map(LegalFact::party).distinct().count();
    }

    /** How many are needed. */
    public int needed() {
        return agreement.clauses().entryIntoForce().needed();
    }

    /** The day of general entry into force, from 00:00 in the agreement's zone; empty while too few consents stand. */
    public Optional<LocalDate> entryIntoForce() {
        Threshold threshold = chronicle.threshold();
        return threshold == null ? Optional.empty() : Optional.of(threshold.generalOn());
    }

    /**
     * Where the state stands on that day.
     *
     * @throws IllegalArgumentException where the agreement does not name the state
     */
    public StandingOf standingOf(PartyCode party, LocalDate asOf) {
        StandingHistory history = histories.get(party);
        if (history == null) {
            throw new IllegalArgumentException("Agreement " + agreement.id() + " does not name the state " + party);
        }
        return history.on(asOf, isDoubtful(party));
    }

    /** The day from which the latest standing consent binds the state, or will; empty where none does. */
    public Optional<LocalDate> boundSince(PartyCode party) {
        LocalDate bound = null;
        for (Participation participation : chronicle.participationsOf(party)) {
            if (participation.revocation() == null) {
                bound = chronicle.boundOn(participation);
            }
        }
        return Optional.ofNullable(bound);
    }

    /** The position as it follows from what had been received by the end of that day. */
    public LegalPosition asOf(LocalDate day) {
        if (facts.isEmpty() || !facts.get(facts.size() - 1).receivedOn().isAfter(day)) {
            return this;
        }
        List<LegalFact> received = facts.stream()
                .filter(fact ->
                        fact.act() == Act.SIGNATURE || !fact.receivedOn().isAfter(day))
                .toList();
        return new LegalPosition(agreement, received);
    }

    /** What the agreement waits for on that day, in words. */
    public Bilingual waitingFor(LocalDate asOf) {
        return WaitingFor.of(asOf(asOf), asOf);
    }

    /** Whether the signature of the state is in doubt and nobody has settled it. */
    boolean isDoubtful(PartyCode party) {
        return agreement
                .findState(party)
                .filter(state -> state.signature() == Signature.DOUBTFUL && !settled.contains(party))
                .isPresent();
    }

    /** Whether the state is known to have signed. */
    boolean isSignatory(AgreementState state) {
        return state.signature() == Signature.SIGNED || settled.contains(state.party());
    }

    Chronicle chronicle() {
        return chronicle;
    }

    @Nullable
    Effect findEffect(EffectKind kind, @Nullable PartyCode party) {
        for (Effect effect : effects) {
            if (effect.kind() == kind && Objects.equals(effect.party(), party)) {
                return effect;
            }
        }
        return null;
    }
}
