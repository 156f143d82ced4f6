package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the law makes of an act: whether it can be done, whether a person must look first, and what follows. */
public final class Law {

    private static final Set<Act> STILL =
            EnumSet.of(Act.AUTHORIZED_BODIES, Act.DECLARATION, Act.RESERVATION, Act.OBJECTION);

    /** Kinds whose day comes later than the act from which they follow. */
    private static final Set<EffectKind> DATED = EnumSet.of(
            EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, EffectKind.WITHDRAWAL_EFFECTIVE);

    private Law() {}

    /**
     * Whether a position rests on acts of this kind: false for those from which no date and no standing follows, however
     * many there are (lists of authorized bodies, declarations, objections, reservations).
     */
    public static boolean movesDates(Act act) {
        return !STILL.contains(act);
    }

    /** What follows when an act that brings no list of authorized bodies is added; see the other method. */
    public static Consequences follow(LegalPosition before, LegalFact act) {
        return follow(before, act, false);
    }

    /**
     * What follows when the act is added to the facts, wherever its receipt puts it among them. An act that moves no
     * dates leaves the position as it is, the same object.
     *
     * @param listsBodies whether a consent brings its list of authorized bodies with it (Article 5)
     */
    public static Consequences follow(LegalPosition before, LegalFact act, boolean listsBodies) {
        List<Effect> effects = new ArrayList<>();
        AuthorizedBodiesRule bodies = before.agreement().clauses().authorizedBodies();
        if (bodies != null && (listsBodies || act.act() == Act.AUTHORIZED_BODIES)) {
            effects.add(bodiesListed(before, act, bodies));
        }
        if (!movesDates(act.act())) {
            return new Consequences(before, effects, List.of(), false, false);
        }
        LegalPosition after = before.with(act);
        for (Effect effect : after.effects()) {
            Effect told = before.findEffect(effect.kind(), effect.party());
            if (told == null || differs(told, effect)) {
                effects.add(effect);
            }
        }
        effects.sort(EffectsInForce.IN_LETTERS);
        boolean lost =
                before.entryIntoForce().isPresent() && after.entryIntoForce().isEmpty();
        return new Consequences(after, effects, moved(before, after, act, lost), reached(before, after), lost);
    }

    /** What follows when the depository determines something: a date that was told and is another one now has moved. */
    public static Consequences determine(LegalPosition before, Determination determination) {
        return replace(before, before.with(determination));
    }

    /**
     * What follows when a position takes the place of another one, not by an act of a state: because something was
     * determined, or because the agreement's clauses were read anew. A date that was told and is another one now has moved.
     */
    public static Consequences replace(LegalPosition before, LegalPosition after) {
        List<Effect> effects = new ArrayList<>();
        for (Effect effect : after.effects()) {
            Effect told = before.findEffect(effect.kind(), effect.party());
            if (told == null || differs(told, effect)) {
                effects.add(effect);
            }
        }
        List<Effect> moved = new ArrayList<>();
        for (Effect told : before.effects()) {
            Effect now = after.findEffect(told.kind(), told.party());
            if (told.on() != null && (now == null || !told.on().equals(now.on()))) {
                moved.add(told);
            }
        }
        return new Consequences(after, effects, moved, reached(before, after), false);
    }

    /** Every rule that the act breaks; empty where it can be registered. Knows nothing of what it may refer to. */
    public static List<Refusal> refusals(LegalPosition before, LegalFact act) {
        return refusals(before, act, null);
    }

    /**
     * Every rule that the act breaks, judged by what had been received before it; empty where it can be registered.
     *
     * @param referred the registered act that a revocation refers to, where it is one that moves no dates, so that the
     *     position does not know it: an objection, declaration or reservation may be revoked at any time (VCLT 22)
     */
    public static List<Refusal> refusals(LegalPosition before, LegalFact act, @Nullable LegalFact referred) {
        return Refusals.of(atReceiptOf(act, before).chronicle(), act, referred);
    }

    /**
     * Why a person must look before the act is registered; empty where a machine may register it.
     *
     * @param withReservation whether a reservation comes with it
     */
    public static Optional<Bilingual> holdReason(LegalPosition before, LegalFact act, boolean withReservation) {
        return HoldReasons.of(before, act, withReservation);
    }

    /** The first day on which a withdrawal received that day can take effect: the end of the period of notice. */
    public static LocalDate earliestWithdrawal(Agreement agreement, LocalDate receivedOn) {
        FinalClauses clauses = agreement.clauses();
        return clauses.withdrawalOrSilence().noticeEndsOn(receivedOn, clauses.counting());
    }

    static Effect bodiesListed(LegalPosition before, LegalFact act, AuthorizedBodiesRule rule) {
        return new Effect(
                EffectKind.AUTHORIZED_BODIES_LISTED,
                act.party(),
                act.receivedOn(),
                rule.article(),
                () -> new ReasonsOfActs(before.agreement().clauses()).bodiesListed(act, rule),
                null,
                rule.isLate(act.changedOn(), act.receivedOn()),
                EffectsInForce.entryOf(act),
                null,
                null);
    }

    /** What had been received before the act; a signature counts whenever it was settled. */
    private static LegalPosition atReceiptOf(LegalFact act, LegalPosition before) {
        List<LegalFact> facts = before.facts();
        if (!movesDates(act.act())
                || facts.isEmpty()
                || LegalFact.IN_LAW.compare(facts.get(facts.size() - 1), act) < 0) {
            return before;
        }
        Signatures signatures = before.chronicle().signatures();
        return LegalPosition.of(
                before.agreement(),
                facts.stream()
                        .filter(fact -> signatures.settles(fact) || LegalFact.IN_LAW.compare(fact, act) < 0)
                        .toList(),
                before.determinations());
    }

    private static boolean reached(LegalPosition before, LegalPosition after) {
        Effect told = before.findEffect(EffectKind.THRESHOLD_REACHED, null);
        Effect now = after.findEffect(EffectKind.THRESHOLD_REACHED, null);
        return now != null && (told == null || !Objects.equals(told.on(), now.on()));
    }

    private static boolean differs(Effect told, Effect now) {
        return !Objects.equals(told.on(), now.on())
                || !Objects.equals(told.alternative(), now.alternative())
                || !Objects.equals(told.computed(), now.computed())
                || told.entry() != now.entry();
    }

    private static List<Effect> moved(LegalPosition before, LegalPosition after, LegalFact act, boolean lost) {
        List<Effect> moved = new ArrayList<>();
        for (Effect told : before.effects()) {
            Effect now = after.findEffect(told.kind(), told.party());
            boolean same = told.on() == null || (now != null && told.on().equals(now.on()));
            if (!same && !isByNature(before, act, told, lost)) {
                moved.add(told);
            }
        }
        return moved;
    }

    /**
     * Whether the act says by itself that what was told is so no more. A revocation that is registered only when the day
     * which it undoes has come does not: that it had come was told to all.
     */
    private static boolean isByNature(LegalPosition before, LegalFact act, Effect told, boolean lost) {
        if (act.act() == Act.REVOCATION && DATED.contains(told.kind()) && hasCome(told, act)) {
            return false;
        }
        if (told.kind() == EffectKind.THRESHOLD_LOST) {
            return true;
        }
        if (act.party().equals(told.party())) {
            return act.act() == Act.REVOCATION || isLatestOfItsState(before, act);
        }
        return lost && (told.party() == null || told.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY);
    }

    private static boolean hasCome(Effect told, LegalFact act) {
        LocalDate on = told.on();
        LocalDate registeredOn = act.noticedOn();
        return on != null && registeredOn != null && !on.isAfter(registeredOn);
    }

    private static boolean isLatestOfItsState(LegalPosition before, LegalFact act) {
        return before.facts().stream()
                .filter(fact -> fact.party().equals(act.party()) && fact.act() != Act.SIGNATURE)
                .allMatch(fact -> LegalFact.IN_LAW.compare(fact, act) < 0);
    }
}
