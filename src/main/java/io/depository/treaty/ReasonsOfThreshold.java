package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;

/** Why the agreement enters into force as a whole, or why it does not any more. */
final class ReasonsOfThreshold {

    private final LegalPosition position;
    private final FinalClauses clauses;
    private final EntryIntoForceRule rule;
    private final Instrument counted;
    private final Arithmetic arithmetic;

    ReasonsOfThreshold(LegalPosition position) {
        this.position = position;
        this.clauses = position.agreement().clauses();
        this.rule = clauses.entryIntoForce();
        this.counted = Instrument.counted(rule.counts());
        this.arithmetic = new Arithmetic(clauses.counting());
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

    Bilingual thresholdLost(CountedConsents.Lost lost) {
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
    private Bilingual lostBySignature(CountedConsents.Lost lost, LegalFact by) {
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
        Bilingual how = how(threshold);
        Bilingual others = Entries.uncounted(position);
        return Article.because(
                rule.article(),
                how.ru() + "; учтены " + Entries.bareRu(threshold.facts()) + others.ru(),
                how.en() + "; counted: " + Entries.bareEn(threshold.facts()) + others.en());
    }

    /** The last consent needed, and the arithmetic from it to the day of entry into force. */
    Bilingual how(Threshold threshold) {
        LegalFact last = threshold.last();
        Bilingual plus = plus(threshold);
        Bilingual floor = floor(threshold);
        return new Bilingual(
                lastRu(threshold) + " " + onDayRu(last.receivedOn()) + " " + Entries.ru(last) + plus.ru() + floor.ru(),
                lastEn(threshold) + " " + dayEn(last.receivedOn()) + " " + Entries.en(last) + plus.en() + floor.en());
    }

    /** For an agreement whose file gives the day of entry into force. */
    Bilingual given(Threshold threshold) {
        return Article.because(
                rule.article(),
                "соглашение действует с даты, записанной его депозитарием: " + dayRu(threshold.computedOn()),
                "in force since the day that its depositary recorded: " + dayEn(threshold.computedOn()));
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
}
