package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a consent counts, and from when it binds its state: the rule with its article, the entries that counted, and the
 * arithmetic. Why the agreement enters into force at all is in {@link ReasonsOfThreshold}, what an act brings about by itself
 * in {@link ReasonsOfActs}.
 */
final class Reasons {

    private final LegalPosition position;
    private final FinalClauses clauses;
    private final EntryIntoForceRule rule;
    private final Instrument counted;
    private final Arithmetic arithmetic;
    private final ReasonsOfThreshold ofThreshold;

    Reasons(LegalPosition position) {
        this.position = position;
        this.clauses = position.agreement().clauses();
        this.rule = clauses.entryIntoForce();
        this.counted = Instrument.counted(rule.counts());
        this.arithmetic = new Arithmetic(clauses.counting());
        this.ofThreshold = new ReasonsOfThreshold(position);
    }

    /** The place of the consent among those counted is {@code number}, from 1. */
    Bilingual consentCounted(LegalFact consent, int number) {
        int needed = position.needed();
        Instrument what = Instrument.of(consent.act());
        Bilingual shares = ConditionWords.shares(rule.firstWay().condition(), consent.party());
        return Article.because(
                rule.article(),
                what.ru() + " (" + consent.party() + ") " + what.participleRu("получен") + " "
                        + onDayRu(consent.receivedOn()) + " " + Entries.ru(consent) + " и "
                        + what.participleRu("учтен") + ": "
                        + placeRu(number, needed)
                        + shares.ru(),
                what.en() + " of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + Entries.en(consent) + " and counted: "
                        + placeEn(number, needed)
                        + shares.en());
    }

    /** The place among those counted; of a number only where a number is all that is asked for. */
    private String placeRu(int number, int needed) {
        if (!rule.firstWay().condition().isNumberAlone()) {
            return counted.ordinalRu(number) + " по счету";
        }
        return number <= needed ? number + " из " + needed : counted.ordinalRu(number) + ", требовалось " + needed;
    }

    private String placeEn(int number, int needed) {
        if (!rule.firstWay().condition().isNumberAlone()) {
            return "the " + Words.ordinalEn(number);
        }
        return number <= needed
                ? number + " of " + needed
                : Words.ordinalEn(number) + ", " + needed + (needed == 1 ? " was" : " were") + " needed";
    }

    /** From when the consent binds its state, or why no day follows yet. */
    Bilingual bound(LegalFact consent) {
        Bilingual because = boundAtTheEarliest(consent);
        LocalDate named = clauses.laterOf(consent).named(consent);
        Threshold threshold = position.chronicle().threshold();
        return named != null && named.equals(BindingDay.computed(consent, threshold, clauses, false))
                ? named(because, named)
                : because;
    }

    private Bilingual boundAtTheEarliest(LegalFact consent) {
        Threshold threshold = position.chronicle().threshold();
        if (threshold == null) {
            return noDateYet(consent, position.chronicle().counted());
        }
        if (rule.bindsAnyway(consent.party())) {
            return boundAnyway(consent.party(), threshold);
        }
        if (consent.act() == Act.SUCCESSION) {
            return inForceBySuccession(consent, threshold.generalOn());
        }
        if (BindingDay.isWaiting(consent, clauses)) {
            return waitsForConsents(consent);
        }
        LocalDate ownEnd = BindingDay.ownEnd(consent, clauses, false);
        boolean withAgreement = BindingDay.bindsWithAgreement(consent, threshold, clauses);
        if (withAgreement && threshold.given()) {
            return inForceWithGiven(consent, threshold);
        }
        if (withAgreement && (threshold.facts().contains(consent) || !ownEnd.equals(threshold.generalOn()))) {
            return inForceWithAgreement(consent, threshold);
        }
        return inForceOnItsOwn(consent, ownEnd, threshold.generalOn());
    }

    /** For one of the consents that bring the agreement into force, or one that is bound together with these. */
    private Bilingual inForceWithAgreement(LegalFact consent, Threshold threshold) {
        int number = threshold.facts().size();
        boolean byNumber = threshold.way().condition().isNumberAlone();
        Instrument what = Instrument.of(consent.act());
        Bilingual how = ofThreshold.how(threshold);
        Bilingual why;
        if (threshold.facts().contains(consent)) {
            why = new Bilingual(
                    what.oneRu() + (byNumber ? " из первых " + number : " из тех, с которыми выполнено условие"),
                    byNumber ? " is one of the first " + number : " is one of those that met the condition");
        } else if (rule.isCounted(consent) && threshold.includes(consent)) {
            why = new Bilingual(what.participleRu("получен") + " в тот же день", " was received on the same day");
        } else {
            why = new Bilingual(
                    what.participleRu("получен") + " до вступления соглашения в силу",
                    " was received before the agreement is in force");
        }
        return Article.because(
                rule.article(),
                what.ru() + " (" + consent.party() + ") " + Entries.ru(consent) + " — " + why.ru()
                        + ": вступает в силу вместе с соглашением; " + how.ru(),
                what.en() + " of " + consent.party() + " " + Entries.en(consent) + why.en()
                        + ": in force with the agreement; " + how.en());
    }

    /** For a state that the agreement binds whether it consents or not. */
    Bilingual boundAnyway(PartyCode party, Threshold threshold) {
        Bilingual how = threshold.given() ? ofThreshold.given(threshold) : ofThreshold.entryIntoForce(threshold);
        return Article.because(
                rule.article(),
                "обязательно для государства " + party + " со дня общего вступления в силу и без его согласия. "
                        + how.ru(),
                "binding on " + party + " from the general entry into force on, without its own consent. " + how.en());
    }

    /** For an accession to which not all have agreed whose consent it needs. */
    private Bilingual waitsForConsents(LegalFact consent) {
        Instrument what = Instrument.of(consent.act());
        return Article.because(
                clauses.articleOf(consent),
                "даты пока нет: " + what.ru() + " (" + consent.party() + ") " + what.participleRu("получен") + " "
                        + onDayRu(consent.receivedOn()) + " " + Entries.ru(consent)
                        + ", и ожидаются согласия, от последнего из которых считается срок",
                "no date yet: " + what.en() + " of " + consent.party() + " received " + dayEn(consent.receivedOn())
                        + " " + Entries.en(consent)
                        + ", and waits for the consents from the last of which the period runs");
    }

    /** For a state that named a later day for itself than the one that would follow. */
    private static Bilingual named(Bilingual because, LocalDate named) {
        return new Bilingual(
                because.ru() + "; государство назвало более поздний день: " + dayRu(named),
                because.en() + "; the state named a later day: " + dayEn(named));
    }

    /** For a consent that was early enough to be bound together with such an agreement. */
    private Bilingual inForceWithGiven(LegalFact consent, Threshold threshold) {
        Instrument what = Instrument.of(consent.act());
        return Article.because(
                rule.article(),
                what.ru() + " (" + consent.party() + ") " + what.participleRu("получен") + " "
                        + onDayRu(consent.receivedOn()) + " " + Entries.ru(consent)
                        + ": вступает в силу вместе с соглашением, " + dayRu(threshold.generalOn()),
                what.en() + " of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + Entries.en(consent) + ": in force with the agreement, " + dayEn(threshold.generalOn()));
    }

    /** For any other consent, with the end of its own period and the general day, which it cannot precede. */
    private Bilingual inForceOnItsOwn(LegalFact consent, LocalDate ownEnd, LocalDate general) {
        EntryIntoForceRule.Later later = clauses.laterOf(consent);
        Instrument what = Instrument.of(consent.act());
        Bilingual plus = arithmetic.plus(later.clock(), later.period(), List.of(consent));
        boolean waits = ownEnd.isBefore(general);
        return Article.because(
                clauses.articleOf(consent),
                what.ru() + " (" + consent.party() + ") " + what.participleRu("получен") + " "
                        + onDayRu(consent.receivedOn()) + " " + Entries.ru(consent) + plus.ru()
                        + (waits ? ", но не ранее вступления соглашения в силу: " + dayRu(general) : ""),
                what.en() + " of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + Entries.en(consent) + plus.en()
                        + (waits ? ", but not before the agreement enters into force: " + dayEn(general) : ""));
    }

    /** A succession dates back to the day that it names, but not before the agreement was in force (VCSST 23). */
    private Bilingual inForceBySuccession(LegalFact consent, LocalDate general) {
        LocalDate named = consent.consentOn();
        boolean waits = named.isBefore(general);
        return Article.because(
                clauses.articleOf(consent),
                "уведомление о правопреемстве (" + consent.party() + ") получено " + onDayRu(consent.receivedOn()) + " "
                        + Entries.ru(consent) + "; день правопреемства — " + dayRu(named)
                        + (waits ? ", соглашение вступает в силу не ранее: " + dayRu(general) : ""),
                "notification of succession of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + Entries.en(consent) + "; day of the succession: " + dayEn(named)
                        + (waits ? ", but not before the agreement enters into force: " + dayEn(general) : ""));
    }

    private Bilingual noDateYet(LegalFact consent, List<LegalFact> received) {
        boolean accession = consent.act() == Act.ACCESSION && !rule.isCounted(consent);
        int needed = position.needed();
        boolean byNumber = rule.firstWay().condition().isNumberAlone();
        String entriesRu = received.isEmpty() ? "" : " " + Entries.ru(received);
        String entriesEn = received.isEmpty() ? "" : " " + Entries.en(received);
        Bilingual missing = ConditionWords.stillMissing(position);
        return Article.because(
                clauses.articleOf(consent),
                "даты пока нет"
                        + (accession ? ": присоединение не действует ранее вступления соглашения в силу; " : ": ")
                        + "получено " + received.size() + (byNumber ? " из " + counted.ofCountRu(needed) : "")
                        + entriesRu
                        + ", недостает "
                        + missing.ru(),
                "no date yet"
                        + (accession ? ": accession has no effect before the agreement enters into force; " : ": ")
                        + (byNumber
                                ? received.size() + " of " + counted.countEn(needed)
                                : counted.countEn(received.size()))
                        + " received" + entriesEn + ", "
                        + missing.en());
    }

    /** For a consent that stands and does not count towards entry into force. */
    Bilingual notCounted(Participation participation) {
        Bilingual why = Entries.whyNot(participation, rule);
        LegalFact consent = participation.consent();
        return Article.because(
                rule.article(),
                "для вступления в силу не учитывается " + Entries.bareRu(List.of(consent)) + ": " + why.ru(),
                Entries.bareEn(List.of(consent)) + " does not count towards entry into force: " + why.en());
    }
}
