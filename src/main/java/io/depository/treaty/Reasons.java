package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an agreement enters into force, and for whom when: the rule with its article, the entries that counted, and the
 * arithmetic. What an act brings about by itself is in {@link ReasonsOfActs}.
 */
final class Reasons {

    private final LegalPosition position;
    private final FinalClauses clauses;
    private final EntryIntoForceRule rule;
    private final Instrument counted;
    private final Arithmetic arithmetic;

    Reasons(LegalPosition position) {
        this.position = position;
        this.clauses = position.agreement().clauses();
        this.rule = clauses.entryIntoForce();
        this.counted = Instrument.counted(rule.counts());
        this.arithmetic = new Arithmetic(clauses.counting());
    }

    /** The place of the consent among those counted is {@code number}, from 1. */
    Bilingual consentCounted(LegalFact consent, int number) {
        int needed = position.needed();
        Instrument what = Instrument.of(consent.act());
        return Article.because(
                rule.article(),
                what.ru() + " (" + consent.party() + ") " + what.participleRu("получен") + " "
                        + onDayRu(consent.receivedOn()) + " " + Entries.ru(consent) + " и "
                        + what.participleRu("учтен") + ": "
                        + placeRu(number, needed)
                        + weightRu(consent),
                what.en() + " of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + Entries.en(consent) + " and counted: "
                        + placeEn(number, needed)
                        + weightEn(consent));
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

    Bilingual thresholdReached(Threshold threshold) {
        int number = threshold.facts().size();
        LocalDate on = threshold.last().receivedOn();
        Condition condition = threshold.way().condition();
        if (condition.isNumberAlone()) {
            return Article.because(
                    rule.article(),
                    counted.ordinalRu(number) + " " + counted.ru() + " из " + number + " "
                            + counted.participleRu("получен") + " " + onDayRu(on) + " "
                            + Entries.ru(threshold.facts()),
                    Words.ordinalEn(number) + " of " + counted.countEn(number) + " received " + dayEn(on) + " "
                            + Entries.en(threshold.facts()));
        }
        Bilingual met = ConditionWords.met(condition, position, threshold.facts());
        return Article.because(
                rule.article(),
                "условие выполнено " + onDayRu(on) + " " + Entries.ru(threshold.last()) + ": " + met.ru() + " "
                        + Entries.ru(threshold.facts()),
                "the condition was met " + dayEn(on) + " " + Entries.en(threshold.last()) + ": " + met.en() + " "
                        + Entries.en(threshold.facts()));
    }

    Bilingual thresholdLost(Chronicle.Lost lost) {
        int needed = position.needed();
        int remaining = position.chronicle().counted().size();
        LegalFact by = lost.by();
        if (by.act() == Act.SIGNATURE) {
            return lostBySignature(lost, by);
        }
        return Article.because(
                rule.article(),
                "согласие (" + by.party() + ") отозвано уведомлением, полученным " + onDayRu(by.receivedOn()) + " "
                        + Entries.ru(by) + "; остается " + Math.min(remaining, atMostAfterLoss(remaining)) + " из "
                        + counted.ofCountRu(needed) + ", и дата вступления в силу, " + dayRu(lost.generalOn())
                        + ", отпадает",
                "consent of " + by.party() + " revoked by a note received " + dayEn(by.receivedOn()) + " "
                        + Entries.en(by) + "; " + Math.min(remaining, atMostAfterLoss(remaining)) + " of "
                        + counted.countEn(needed) + " remain, and the date of entry into force, "
                        + dayEn(lost.generalOn()) + ", falls");
    }

    /** Where the consent of all signatories is needed, one more of them can undo the day that had followed. */
    private Bilingual lostBySignature(Chronicle.Lost lost, LegalFact by) {
        Bilingual missing = ConditionWords.stillMissing(position);
        return Article.because(
                rule.article(),
                "подпись (" + by.party() + ") получена " + onDayRu(by.receivedOn()) + " " + Entries.ru(by)
                        + ": теперь недостает " + missing.ru() + ", и дата вступления в силу, "
                        + dayRu(lost.generalOn()) + ", отпадает",
                "signature of " + by.party() + " received " + dayEn(by.receivedOn()) + " " + Entries.en(by) + "; "
                        + missing.en() + ", and the date of entry into force, " + dayEn(lost.generalOn()) + ", falls");
    }

    /** Where a number alone is asked for, a threshold is lost with the first consent below it. */
    private int atMostAfterLoss(int remaining) {
        return rule.firstWay().condition().isNumberAlone() ? position.needed() - 1 : remaining;
    }

    Bilingual entryIntoForce(Threshold threshold) {
        LegalFact last = threshold.last();
        Bilingual plus = plus(threshold);
        Bilingual floor = floor(threshold);
        Bilingual others = Entries.uncounted(position);
        return Article.because(
                rule.article(),
                lastRu(threshold) + " " + onDayRu(last.receivedOn()) + " " + Entries.ru(last) + plus.ru() + floor.ru()
                        + "; учтены " + Entries.bareRu(threshold.facts()) + others.ru(),
                lastEn(threshold) + " " + dayEn(last.receivedOn()) + " " + Entries.en(last) + plus.en() + floor.en()
                        + "; counted: " + Entries.bareEn(threshold.facts()) + others.en());
    }

    /** For one of the consents that bring the agreement into force, or one received on the day of the last of them. */
    Bilingual inForceWithAgreement(LegalFact consent, Threshold threshold) {
        int number = threshold.facts().size();
        LegalFact last = threshold.last();
        boolean first = threshold.facts().contains(consent);
        boolean byNumber = threshold.way().condition().isNumberAlone();
        Instrument what = Instrument.of(consent.act());
        Bilingual plus = plus(threshold);
        Bilingual floor = floor(threshold);
        return Article.because(
                rule.article(),
                what.ru() + " (" + consent.party() + ") " + Entries.ru(consent) + " — "
                        + (first
                                ? what.oneRu()
                                        + (byNumber ? " из первых " + number : " из тех, с которыми выполнено условие")
                                : what.participleRu("получен") + " в тот же день")
                        + ": вступает в силу вместе с соглашением; " + lastRu(threshold) + " "
                        + onDayRu(last.receivedOn()) + " " + Entries.ru(last) + plus.ru() + floor.ru(),
                what.en() + " of " + consent.party() + " " + Entries.en(consent)
                        + (first
                                ? (byNumber
                                        ? " is one of the first " + number
                                        : " is one of those that met the condition")
                                : " was received on the same day")
                        + ": in force with the agreement; " + lastEn(threshold) + " " + dayEn(last.receivedOn()) + " "
                        + Entries.en(last) + plus.en() + floor.en());
    }

    /** For an agreement whose file gives the day of entry into force. */
    Bilingual given(Threshold threshold) {
        return Article.because(
                rule.article(),
                "соглашение действует с даты, записанной его депозитарием: " + dayRu(threshold.computedOn()),
                "in force since the day that its depositary recorded: " + dayEn(threshold.computedOn()));
    }

    /** For a consent that was early enough to be bound together with such an agreement. */
    Bilingual inForceWithGiven(LegalFact consent, Threshold threshold) {
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
    Bilingual inForceOnItsOwn(LegalFact consent, LocalDate ownEnd, LocalDate general) {
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
    Bilingual inForceBySuccession(LegalFact consent, LocalDate general) {
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

    Bilingual noDateYet(LegalFact consent, List<LegalFact> received) {
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

    /** What the depository recorded in place of what is counted, with the difference explained. */
    Bilingual recorded(
            Bilingual because, RecordedDate date, @Nullable LocalDate computed, @Nullable LocalDate alternative) {
        Bilingual difference = Departure.explained(date.on(), computed, alternative);
        return new Bilingual(
                "Депозитарий записал день: " + dayRu(date.on()) + " (запись " + date.entry() + ", " + date.author()
                        + "): " + sentence(date.reason().ru()) + " " + difference.ru() + " " + because.ru(),
                "The depositary recorded " + dayEn(date.on()) + " (entry " + date.entry() + ", " + date.author() + "): "
                        + sentence(date.reason().en()) + " " + difference.en() + " " + because.en());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private String lastRu(Threshold threshold) {
        return threshold.way().condition().isNumberAlone()
                ? counted.ordinalRu(threshold.facts().size()) + " " + counted.ru() + " "
                        + counted.participleRu("получен")
                : "условие выполнено";
    }

    private String lastEn(Threshold threshold) {
        return threshold.way().condition().isNumberAlone()
                ? Words.ordinalEn(threshold.facts().size()) + " " + counted.en() + " received"
                : "the condition was met";
    }

    private Bilingual plus(Threshold threshold) {
        return threshold.way().isMetByFixedDay(threshold.event())
                ? new Bilingual("", "")
                : arithmetic.plus(threshold.way().clock(), threshold.way().period(), threshold.facts());
    }

    private Bilingual floor(Threshold threshold) {
        LocalDate floor = threshold.way().notBefore();
        LocalDate onDay = threshold.way().onDay();
        if (onDay != null && threshold.way().isMetByFixedDay(threshold.event())) {
            return new Bilingual(
                    "; к установленному дню условие выполнено: " + dayRu(onDay),
                    "; the condition was met by the day that is fixed: " + dayEn(onDay));
        }
        return floor != null && threshold.isHeldByFloor(clauses.counting())
                ? new Bilingual(", но не ранее: " + dayRu(floor), ", but not before: " + dayEn(floor))
                : new Bilingual("", "");
    }

    private String weightRu(LegalFact consent) {
        Condition.Weight weight = rule.firstWay().condition().weight();
        return weight == null
                ? ""
                : "; доля " + ConditionWords.percentRu(weight.shareOf(consent.party())) + " (" + weight.table() + ")";
    }

    private String weightEn(LegalFact consent) {
        Condition.Weight weight = rule.firstWay().condition().weight();
        return weight == null
                ? ""
                : "; share " + ConditionWords.percentEn(weight.shareOf(consent.party())) + " (" + weight.table() + ")";
    }
}
