package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All effects that stand, from what the chronicle tells. */
final class EffectsInForce {

    /** The order in which letters show effects: what the act itself does first, then what follows from it. */
    static final Comparator<Effect> IN_LETTERS = Comparator.comparingInt((Effect effect) -> rank(effect.kind()))
            .thenComparing(Effect::party, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Kinds that concern the agreement as a whole. */
    private static final Set<EffectKind> GENERAL =
            EnumSet.of(EffectKind.THRESHOLD_REACHED, EffectKind.THRESHOLD_LOST, EffectKind.ENTRY_INTO_FORCE);

    private final FinalClauses clauses;
    private final Chronicle chronicle;
    private final Reasons reasons;
    private final ReasonsOfThreshold reasonsOfThreshold;
    private final ReasonsOfActs reasonsOfActs;
    private final Map<LegalFact, Integer> places = new IdentityHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<LegalFact, List<Effect>> byAct = new IdentityHashMap<>();

    private EffectsInForce(LegalPosition position) {
        this.chronicle = position.chronicle();
        this.clauses = position.agreement().clauses();
        this.reasons = new Reasons(position);
        this.reasonsOfThreshold = new ReasonsOfThreshold(position);
        this.reasonsOfActs = new ReasonsOfActs(clauses);
        for (LegalFact consent : chronicle.counted()) {
            places.put(consent, places.size() + 1);
        }
    }

    static List<Effect> of(LegalPosition position) {
        EffectsInForce all = new EffectsInForce(position);
        all.addGeneral();
        position.parties().forEach(all::addOf);
        all.effects.sort(IN_LETTERS);
        return List.copyOf(all.effects);
    }

    /**
     * What follows from each act of states, by the act itself: of all that a state undertook, also where it has ended since.
     * What concerns the agreement as a whole is not among it.
     */
    static Map<LegalFact, List<Effect>> byAct(LegalPosition position) {
        EffectsInForce all = new EffectsInForce(position);
        for (PartyCode party : position.parties()) {
            all.addProvisional(party);
            all.chronicle.participationsOf(party).forEach(all::addAll);
        }
        return all.byAct;
    }

    private void addGeneral() {
        Threshold threshold = chronicle.threshold();
        CountedConsents.Lost lost = chronicle.lost();
        String article = clauses.entryIntoForce().article();
        if (threshold != null && threshold.given()) {
            addGiven(threshold);
        } else if (threshold != null) {
            LegalFact last = threshold.last();
            add(
                    EffectKind.THRESHOLD_REACHED,
                    article,
                    () -> reasonsOfThreshold.thresholdReached(threshold),
                    Dating.on(last.receivedOn()),
                    last);
            add(
                    EffectKind.ENTRY_INTO_FORCE,
                    article,
                    () -> reasonsOfThreshold.entryIntoForce(threshold),
                    new Dating(threshold.computedOn(), threshold.alternative(), threshold.recorded()),
                    last);
        } else if (lost != null) {
            add(
                    EffectKind.THRESHOLD_LOST,
                    article,
                    () -> reasonsOfThreshold.thresholdLost(lost),
                    Dating.on(lost.by().receivedOn()),
                    lost.by());
        }
        Termination end = chronicle.termination();
        if (end != null) {
            LegalFact by = end.by();
            effects.add(Dating.counted(end.on(), end.alternative())
                    .of(
                            new Dating.Told(EffectKind.TERMINATION, null, end.article(), end::because),
                            by == null ? -1 : entryOf(by)));
        }
    }

    /** No act of the register brought it about. */
    private void addGiven(Threshold threshold) {
        effects.add(new Dating(threshold.computedOn(), null, threshold.recorded())
                .of(
                        new Dating.Told(
                                EffectKind.ENTRY_INTO_FORCE,
                                null,
                                clauses.entryIntoForce().article(),
                                () -> reasonsOfThreshold.given(threshold)),
                        -1));
    }

    private void addOf(PartyCode party) {
        addProvisional(party);
        Participation standing = null;
        for (Participation participation : chronicle.participationsOf(party)) {
            if (participation.revocation() == null) {
                standing = participation;
            }
        }
        if (standing != null) {
            addConsent(standing);
            Participation.Notice notice = standing.latestNotice();
            if (notice != null) {
                addNotice(standing, notice);
            }
        } else {
            addBoundAnyway(party);
        }
        Participation latest = chronicle.latestOf(party);
        if (latest != null) {
            addRevocation(latest);
        }
    }

    /** No act of the state brought it about. */
    private void addBoundAnyway(PartyCode party) {
        Threshold threshold = chronicle.threshold();
        if (threshold != null && chronicle.isBoundAnyway(party)) {
            effects.add(Dating.counted(threshold.generalOn(), threshold.generalOn(true))
                    .of(
                            new Dating.Told(
                                    EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                                    party,
                                    clauses.entryIntoForce().article(),
                                    () -> reasons.boundAnyway(party, threshold)),
                            -1));
        }
    }

    private void addAll(Participation participation) {
        if (participation.revocation() != null) {
            addRevocation(participation);
            return;
        }
        addConsent(participation);
        participation.notices().forEach(notice -> addNotice(participation, notice));
    }

    private void addRevocation(Participation participation) {
        LegalFact consent = participation.consent();
        LegalFact revocation = participation.revocation();
        if (revocation != null) {
            add(
                    EffectKind.CONSENT_WITHDRAWN,
                    clauses.articleOf(consent),
                    () -> reasonsOfActs.consentWithdrawn(consent, revocation),
                    Dating.on(revocation.receivedOn()),
                    revocation);
        }
    }

    private void addProvisional(PartyCode party) {
        Provisional applied = chronicle.provisionalOf(party);
        if (applied == null) {
            return;
        }
        String article = applied.rule().article();
        add(
                EffectKind.PROVISIONAL_APPLICATION,
                article,
                () -> reasonsOfActs.appliedProvisionally(applied.fact(), applied.rule()),
                Dating.counted(applied.since(), applied.sinceOtherwise()),
                applied.fact());
        LegalFact revocation = applied.revocation();
        if (revocation != null) {
            add(
                    EffectKind.PROVISIONAL_APPLICATION_ENDS,
                    article,
                    () -> reasonsOfActs.appliedNoMore(applied, revocation),
                    Dating.counted(applied.until(), applied.untilOtherwise()),
                    revocation);
        }
    }

    private void addConsent(Participation participation) {
        LegalFact consent = participation.consent();
        Integer place = places.get(consent);
        Threshold threshold = chronicle.threshold();
        // The register that lacks the first consents cannot say which one this is.
        if (place != null && (threshold == null || !threshold.given())) {
            add(
                    EffectKind.CONSENT_COUNTED,
                    clauses.entryIntoForce().article(),
                    () -> reasons.consentCounted(consent, place),
                    Dating.on(consent.receivedOn()),
                    consent);
        }
        add(
                EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                clauses.articleOf(consent),
                () -> reasons.bound(consent),
                new Dating(
                        BindingDay.computed(consent, threshold, clauses, false),
                        BindingDay.computed(consent, threshold, clauses, true),
                        chronicle.recorded().find(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, consent)),
                consent);
    }

    private void addNotice(Participation participation, Participation.Notice notice) {
        WithdrawalRule rule = clauses.withdrawalOrSilence();
        LegalFact fact = notice.fact();
        LegalFact revocation = notice.revocation();
        if (revocation != null) {
            add(
                    EffectKind.WITHDRAWAL_REVOKED,
                    rule.article(),
                    () -> reasonsOfActs.withdrawalRevoked(notice, revocation),
                    Dating.on(revocation.receivedOn()),
                    revocation);
            return;
        }
        LeavingDay leaving = chronicle.leavingDay(participation);
        LocalDate day = leaving.of(fact, false);
        add(
                EffectKind.WITHDRAWAL_EFFECTIVE,
                rule.article(),
                () -> reasonsOfActs.withdrawalEffective(notice, day),
                new Dating(
                        day, leaving.of(fact, true), chronicle.recorded().find(EffectKind.WITHDRAWAL_EFFECTIVE, fact)),
                fact);
    }

    /** Of the act's state, but for what concerns the agreement as a whole. */
    private void add(EffectKind kind, String article, Supplier<Bilingual> because, Dating dating, LegalFact from) {
        boolean general = GENERAL.contains(kind);
        Effect effect =
                dating.of(new Dating.Told(kind, general ? null : from.party(), article, because), entryOf(from));
        effects.add(effect);
        if (!general) {
            byAct.computeIfAbsent(from, act -> new ArrayList<>(2)).add(effect);
        }
    }

    /** The index of the act's entry; -1 for an act without one. */
    static long entryOf(LegalFact fact) {
        return fact.entry() == LegalFact.UNREGISTERED ? -1 : fact.entry();
    }

    private static int rank(EffectKind kind) {
        return switch (kind) {
            case CONSENT_COUNTED -> 0;
            case CONSENT_WITHDRAWN -> 1;
            case WITHDRAWAL_EFFECTIVE -> 2;
            case WITHDRAWAL_REVOKED -> 3;
            case AUTHORIZED_BODIES_LISTED -> 4;
            case PROVISIONAL_APPLICATION -> 5;
            case PROVISIONAL_APPLICATION_ENDS -> 6;
            case THRESHOLD_REACHED -> 7;
            case THRESHOLD_LOST -> 8;
            case ENTRY_INTO_FORCE -> 9;
            case ENTRY_INTO_FORCE_FOR_PARTY -> 10;
            case TERMINATION -> 11;
        };
    }
}
