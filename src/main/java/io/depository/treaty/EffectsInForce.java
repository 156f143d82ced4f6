package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All effects that stand, from what the chronicle tells. */
final class EffectsInForce {

    /** The order in which letters show effects: what the act itself does first, then what follows from it. */
    static final Comparator<Effect> IN_LETTERS = Comparator.comparingInt((Effect effect) -> rank(effect.kind()))
            .thenComparing(Effect::party, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final FinalClauses clauses;
    private final Chronicle chronicle;
    private final Reasons reasons;
    private final ReasonsOfActs reasonsOfActs;
    private final List<LegalFact> counted;
    private final Map<LegalFact, Integer> places = new IdentityHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<LegalFact, List<Effect>> byAct = new IdentityHashMap<>();

    private EffectsInForce(LegalPosition position) {
        this.chronicle = position.chronicle();
        this.clauses = position.agreement().clauses();
        this.reasons = new Reasons(position);
        this.reasonsOfActs = new ReasonsOfActs(clauses);
        this.counted = chronicle.counted();
        for (LegalFact consent : counted) {
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
        Chronicle.Lost lost = chronicle.lost();
        String article = clauses.entryIntoForce().article();
        if (threshold != null && threshold.given()) {
            addGiven(threshold);
        } else if (threshold != null) {
            LegalFact last = threshold.last();
            add(
                    effect(
                            EffectKind.THRESHOLD_REACHED,
                            null,
                            last.receivedOn(),
                            article,
                            () -> reasons.thresholdReached(threshold),
                            null,
                            last),
                    last);
            add(
                    dated(
                            EffectKind.ENTRY_INTO_FORCE,
                            null,
                            article,
                            () -> reasons.entryIntoForce(threshold),
                            new Days(threshold.computedOn(), threshold.alternative(), threshold.recorded()),
                            last),
                    last);
        } else if (lost != null) {
            LegalFact by = lost.by();
            Supplier<Bilingual> because = () -> reasons.thresholdLost(lost);
            add(effect(EffectKind.THRESHOLD_LOST, null, by.receivedOn(), article, because, null, by), by);
        }
    }

    /** No act of the register brought it about. */
    private void addGiven(Threshold threshold) {
        RecordedDate recorded = threshold.recorded();
        Supplier<Bilingual> given = () -> reasons.given(threshold);
        effects.add(new Effect(
                EffectKind.ENTRY_INTO_FORCE,
                null,
                threshold.generalOn(),
                clauses.entryIntoForce().article(),
                recorded == null ? given : () -> reasons.recorded(given.get(), recorded, threshold.computedOn(), null),
                null,
                false,
                -1,
                recorded == null ? null : threshold.computedOn(),
                null));
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
        }
        Participation latest = chronicle.latestOf(party);
        if (latest != null) {
            addRevocation(latest);
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
            Supplier<Bilingual> because = () -> reasonsOfActs.consentWithdrawn(consent, revocation);
            add(
                    effect(
                            EffectKind.CONSENT_WITHDRAWN,
                            consent.party(),
                            revocation.receivedOn(),
                            clauses.articleOf(consent),
                            because,
                            null,
                            revocation),
                    revocation);
        }
    }

    private void addProvisional(PartyCode party) {
        ProvisionalApplicationRule rule = clauses.provisionalApplication();
        LegalFact fact = chronicle.provisionalOf(party);
        LocalDate since = Provisional.since(party, chronicle);
        if (rule != null && fact != null && since != null) {
            LocalDate other = Provisional.since(party, chronicle, true);
            Supplier<Bilingual> because = () -> reasonsOfActs.appliedProvisionally(fact, rule);
            add(effect(EffectKind.PROVISIONAL_APPLICATION, party, since, rule.article(), because, other, fact), fact);
        }
    }

    private void addConsent(Participation participation) {
        LegalFact consent = participation.consent();
        Integer place = places.get(consent);
        Threshold threshold = chronicle.threshold();
        // The register that lacks the first consents cannot say which one this is.
        if (place != null && (threshold == null || !threshold.given())) {
            String article = clauses.entryIntoForce().article();
            Supplier<Bilingual> because = () -> reasons.consentCounted(consent, place);
            add(
                    effect(
                            EffectKind.CONSENT_COUNTED,
                            consent.party(),
                            consent.receivedOn(),
                            article,
                            because,
                            null,
                            consent),
                    consent);
        }
        add(
                dated(
                        EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                        consent.party(),
                        clauses.articleOf(consent),
                        () -> whyBound(consent),
                        new Days(
                                BindingDay.computed(consent, threshold, clauses, false),
                                BindingDay.computed(consent, threshold, clauses, true),
                                chronicle.recorded().find(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, consent)),
                        consent),
                consent);
    }

    private Bilingual whyBound(LegalFact consent) {
        Threshold threshold = chronicle.threshold();
        if (threshold == null) {
            return reasons.noDateYet(consent, counted);
        }
        if (consent.act() == Act.SUCCESSION) {
            return reasons.inForceBySuccession(consent, threshold.generalOn());
        }
        LocalDate ownEnd = BindingDay.ownEnd(consent, clauses, false);
        boolean withAgreement = BindingDay.bindsWithAgreement(consent, threshold, clauses);
        if (withAgreement && threshold.given()) {
            return reasons.inForceWithGiven(consent, threshold);
        }
        if (withAgreement && (threshold.facts().contains(consent) || !ownEnd.equals(threshold.generalOn()))) {
            return reasons.inForceWithAgreement(consent, threshold);
        }
        return reasons.inForceOnItsOwn(consent, ownEnd, threshold.generalOn());
    }

    private void addNotice(Participation participation, Participation.Notice notice) {
        WithdrawalRule rule = clauses.withdrawalOrSilence();
        LegalFact fact = notice.fact();
        LegalFact revocation = notice.revocation();
        if (revocation != null) {
            Supplier<Bilingual> because = () -> reasonsOfActs.withdrawalRevoked(notice, revocation);
            add(
                    effect(
                            EffectKind.WITHDRAWAL_REVOKED,
                            fact.party(),
                            revocation.receivedOn(),
                            rule.article(),
                            because,
                            null,
                            revocation),
                    revocation);
            return;
        }
        LocalDate counted = chronicle.withdrawalOn(participation, fact, false);
        add(
                dated(
                        EffectKind.WITHDRAWAL_EFFECTIVE,
                        fact.party(),
                        rule.article(),
                        () -> reasonsOfActs.withdrawalEffective(notice, counted),
                        new Days(
                                counted,
                                chronicle.withdrawalOn(participation, fact, true),
                                chronicle.recorded().find(EffectKind.WITHDRAWAL_EFFECTIVE, fact)),
                        fact),
                fact);
    }

    /** The day of an effect as it is counted, as it might be, and as staff recorded it. */
    private record Days(
            @Nullable LocalDate computed,
            @Nullable LocalDate other,
            @Nullable RecordedDate recorded) {}

    /** What is recorded beats what is counted, and says so. */
    private Effect dated(
            EffectKind kind,
            @Nullable PartyCode party,
            String article,
            Supplier<Bilingual> because,
            Days days,
            LegalFact from) {
        RecordedDate recorded = days.recorded();
        if (recorded == null) {
            return effect(kind, party, days.computed(), article, because, days.other(), from);
        }
        return new Effect(
                kind,
                party,
                recorded.on(),
                article,
                () -> reasons.recorded(because.get(), recorded, days.computed(), days.other()),
                null,
                false,
                entryOf(from),
                days.computed(),
                days.other() == null || days.other().equals(days.computed()) ? null : days.other());
    }

    private void add(Effect effect, LegalFact from) {
        effects.add(effect);
        if (effect.party() != null) {
            byAct.computeIfAbsent(from, act -> new ArrayList<>(2)).add(effect);
        }
    }

    /** The effect, with the other convention's day only where it differs. */
    private static Effect effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article,
            Supplier<Bilingual> because,
            @Nullable LocalDate other,
            LegalFact from) {
        LocalDate alternative = other == null || other.equals(on) ? null : other;
        return new Effect(kind, party, on, article, because, alternative, false, entryOf(from), null, alternative);
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
            case THRESHOLD_REACHED -> 6;
            case THRESHOLD_LOST -> 7;
            case ENTRY_INTO_FORCE -> 8;
            case ENTRY_INTO_FORCE_FOR_PARTY -> 9;
        };
    }
}
