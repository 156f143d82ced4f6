package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All effects that stand, from what the chronicle tells. */
final class EffectsInForce {

    /** The order in which letters show effects: what the act itself does first, then what follows from it. */
    static final Comparator<Effect> IN_LETTERS = Comparator.comparingInt((Effect effect) -> rank(effect.kind()))
            .thenComparing(Effect::party, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final FinalClauses clauses;
    private final Chronicle chronicle;
    private final Reasons reasons;
    private final List<Effect> effects = new ArrayList<>();

    private EffectsInForce(FinalClauses clauses, Chronicle chronicle) {
        this.clauses = clauses;
        this.chronicle = chronicle;
        this.reasons = new Reasons(clauses);
    }

    static List<Effect> of(Agreement agreement, Chronicle chronicle) {
        EffectsInForce all = new EffectsInForce(agreement.clauses(), chronicle);
        all.addGeneral();
        for (AgreementState state : agreement.states()) {
            all.addOf(state.party());
        }
        all.effects.sort(IN_LETTERS);
        return List.copyOf(all.effects);
    }

    private void addGeneral() {
        Threshold threshold = chronicle.threshold();
        Chronicle.Lost lost = chronicle.lost();
        if (threshold != null) {
            LegalFact last = threshold.last();
            addGeneral(
                    EffectKind.THRESHOLD_REACHED, last.receivedOn(), null, reasons.thresholdReached(threshold), last);
            addGeneral(
                    EffectKind.ENTRY_INTO_FORCE,
                    threshold.generalOn(),
                    threshold.alternative(),
                    reasons.entryIntoForce(threshold),
                    last);
        } else if (lost != null) {
            LegalFact by = lost.by();
            Bilingual because =
                    reasons.thresholdLost(lost, clauses.entryIntoForce().needed() - 1);
            addGeneral(EffectKind.THRESHOLD_LOST, by.receivedOn(), null, because, by);
        }
    }

    private void addOf(PartyCode party) {
        List<Participation> all = chronicle.participationsOf(party);
        Participation standing = null;
        for (Participation participation : all) {
            if (participation.revocation() == null) {
                standing = participation;
            }
        }
        if (standing != null) {
            addConsent(standing);
            addNotice(standing);
        }
        Participation latest = chronicle.latestOf(party);
        LegalFact revocation = latest == null ? null : latest.revocation();
        if (latest != null && revocation != null) {
            String article = BindingDay.articleOf(latest.consent(), clauses);
            Bilingual because = reasons.consentWithdrawn(latest.consent(), revocation);
            add(EffectKind.CONSENT_WITHDRAWN, revocation.receivedOn(), article, because, null, revocation);
        }
    }

    private void addConsent(Participation participation) {
        LegalFact consent = participation.consent();
        List<LegalFact> counted = chronicle.counted();
        int place = counted.indexOf(consent);
        if (place >= 0) {
            String article = clauses.entryIntoForce().article();
            Bilingual because = reasons.consentCounted(consent, place + 1);
            add(EffectKind.CONSENT_COUNTED, consent.receivedOn(), article, because, null, consent);
        }
        add(
                EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                chronicle.boundOn(participation),
                BindingDay.articleOf(consent, clauses),
                whyBound(consent, counted),
                BindingDay.of(
                        consent,
                        chronicle.threshold(),
                        clauses,
                        clauses.counting().other()),
                consent);
    }

    private Bilingual whyBound(LegalFact consent, List<LegalFact> counted) {
        Threshold threshold = chronicle.threshold();
        if (threshold == null) {
            return reasons.noDateYet(consent, counted);
        }
        if (threshold.facts().contains(consent)) {
            return reasons.inForceWithAgreement(consent, threshold);
        }
        LocalDate ownEnd = BindingDay.ownEnd(consent, clauses, clauses.counting());
        return reasons.inForceOnItsOwn(consent, ownEnd, threshold.generalOn());
    }

    private void addNotice(Participation participation) {
        WithdrawalRule rule = clauses.withdrawal();
        List<Participation.Notice> notices = participation.notices();
        if (rule == null || notices.isEmpty()) {
            return;
        }
        Participation.Notice notice = notices.get(notices.size() - 1);
        LegalFact fact = notice.fact();
        LegalFact revocation = notice.revocation();
        if (revocation != null) {
            Bilingual because = reasons.withdrawalRevoked(notice, revocation, rule);
            add(EffectKind.WITHDRAWAL_REVOKED, revocation.receivedOn(), rule.article(), because, null, revocation);
        } else {
            LocalDate other = rule.takesEffectOn(
                    fact.receivedOn(), fact.effectiveOn(), clauses.counting().other());
            Bilingual because = reasons.withdrawalEffective(notice, rule);
            add(EffectKind.WITHDRAWAL_EFFECTIVE, notice.effectiveOn(), rule.article(), because, other, fact);
        }
    }

    private void addGeneral(
            EffectKind kind, LocalDate on, @Nullable LocalDate other, Bilingual because, LegalFact from) {
        String article = clauses.entryIntoForce().article();
        effects.add(effect(kind, null, on, article, because, other, false, from));
    }

    private void add(
            EffectKind kind,
            @Nullable LocalDate on,
            String article,
            Bilingual because,
            @Nullable LocalDate other,
            LegalFact from) {
        effects.add(effect(kind, from.party(), on, article, because, other, false, from));
    }

    /** The effect, with the other convention's day only where it differs, and -1 for an act without an entry. */
    static Effect effect(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article,
            Bilingual because,
            @Nullable LocalDate other,
            boolean late,
            LegalFact from) {
        LocalDate alternative = other == null || other.equals(on) ? null : other;
        long entry = from.entry() == LegalFact.UNREGISTERED ? -1 : from.entry();
        return new Effect(kind, party, on, article, because, alternative, late, entry);
    }

    private static int rank(EffectKind kind) {
        return switch (kind) {
            case CONSENT_COUNTED -> 0;
            case CONSENT_WITHDRAWN -> 1;
            case WITHDRAWAL_EFFECTIVE -> 2;
            case WITHDRAWAL_REVOKED -> 3;
            case AUTHORIZED_BODIES_LISTED -> 4;
            case THRESHOLD_REACHED -> 5;
            case THRESHOLD_LOST -> 6;
            case ENTRY_INTO_FORCE -> 7;
            case ENTRY_INTO_FORCE_FOR_PARTY -> 8;
        };
    }
}
