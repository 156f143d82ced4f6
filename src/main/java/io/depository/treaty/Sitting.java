package io.depository.treaty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One examination of a docket, from its first act to its last. */
final class Sitting {

    private final Agreement agreement;
    private final List<LegalFact> standing;
    private final List<LegalFact> acts;
    private final Chronicle chronicle;
    private final Set<LegalFact> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<LegalFact, List<Refusal>> refusals = new IdentityHashMap<>();
    private final Map<LegalFact, List<Bilingual>> notes = new IdentityHashMap<>();
    private final Map<LegalFact.Target, LegalFact> still = new HashMap<>();
    private final List<LegalFact> moving = new ArrayList<>();

    /**
     * @param standing acts that stand as they are
     * @param acts those that are examined
     */
    Sitting(Agreement agreement, Collection<LegalFact> standing, Collection<LegalFact> acts, RecordedDates recorded) {
        this.agreement = agreement;
        this.standing = List.copyOf(standing);
        this.acts = List.copyOf(acts);
        this.chronicle = new Chronicle(agreement, new Signatures(agreement, standing, recorded), recorded);
        asked.addAll(acts);
    }

    Docket hold() {
        List<LegalFact> inLaw = new ArrayList<>(standing);
        inLaw.addAll(acts);
        inLaw.sort(LegalFact.IN_LAW);
        inLaw.forEach(this::settle);
        inLaw.forEach(this::examine);
        LegalPosition position = LegalPosition.resting(moving, chronicle);
        Map<LegalFact, List<Effect>> effects = EffectsInForce.byAct(position);
        addFates(position);
        List<Examined> examined = new ArrayList<>(acts.size());
        for (LegalFact act : acts) {
            examined.add(new Examined(
                    act, refusalsOf(act), effectsOf(act, effects, position), notes.getOrDefault(act, List.of())));
        }
        return new Docket(examined, position);
    }

    /** A signature that says what was so from the beginning is known before any other act is examined. */
    private void settle(LegalFact fact) {
        if (asked.contains(fact) && chronicle.signatures().settles(fact)) {
            List<Refusal> broken = Refusals.of(chronicle, fact, null);
            refusals.put(fact, broken);
            if (broken.isEmpty()) {
                chronicle.signatures().settle(fact);
            }
        }
    }

    private void examine(LegalFact fact) {
        if (asked.contains(fact) && !refusals.containsKey(fact)) {
            refusals.put(fact, Refusals.of(chronicle, fact, referredBy(fact)));
            HoldReasons.doubt(chronicle, fact).ifPresent(doubt -> note(fact, doubt));
        }
        if (!refusalsOf(fact).isEmpty()) {
            return;
        }
        if (Law.movesDates(fact.act())) {
            chronicle.tell(fact);
            moving.add(fact);
        } else {
            still.put(new LegalFact.Target(fact.party(), fact.reference()), fact);
        }
    }

    private @Nullable LegalFact referredBy(LegalFact fact) {
        LegalFact.Target target = fact.refersTo();
        return target == null ? null : still.get(target);
    }

    private List<Refusal> refusalsOf(LegalFact act) {
        return refusals.getOrDefault(act, List.of());
    }

    private List<Effect> effectsOf(LegalFact act, Map<LegalFact, List<Effect>> effects, LegalPosition position) {
        AuthorizedBodiesRule bodies = agreement.clauses().authorizedBodies();
        if (act.act() == Act.AUTHORIZED_BODIES
                && bodies != null
                && refusalsOf(act).isEmpty()) {
            return List.of(Law.bodiesListed(position, act, bodies));
        }
        return effects.getOrDefault(act, List.of());
    }

    /** What became of acts that had, or lost, another effect than one might expect. */
    private void addFates(LegalPosition position) {
        Reasons reasons = new Reasons(position);
        ReasonsOfActs reasonsOfActs = new ReasonsOfActs(position.agreement().clauses());
        Set<LegalFact> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        counted.addAll(chronicle.counted());
        for (PartyCode party : position.parties()) {
            for (Participation participation : chronicle.participationsOf(party)) {
                addFate(participation, counted, reasons, reasonsOfActs);
                for (Participation.Notice notice : participation.notices()) {
                    LegalFact revocation = notice.revocation();
                    if (revocation != null) {
                        note(notice.fact(), reasonsOfActs.withdrawalRevoked(notice, revocation));
                    }
                }
            }
        }
    }

    private void addFate(
            Participation participation, Set<LegalFact> counted, Reasons reasons, ReasonsOfActs reasonsOfActs) {
        LegalFact consent = participation.consent();
        LegalFact revocation = participation.revocation();
        if (revocation != null) {
            note(consent, reasonsOfActs.consentWithdrawn(consent, revocation));
        } else if (!counted.contains(consent)) {
            note(consent, reasons.notCounted(participation));
        }
    }

    private void note(LegalFact act, Bilingual words) {
        notes.computeIfAbsent(act, first -> new ArrayList<>(1)).add(words);
    }
}
