package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import java.util.List;

/** How a day was counted, in words: " + 30 days = Saturday 4 April 2026". */
final class Arithmetic {

    private final Counting counting;

    Arithmetic(Counting counting) {
        this.counting = counting;
    }

    /** Continues a sentence that names the day of receipt. */
    Bilingual plus(LegalClock clock, LegalPeriod period, List<LegalFact> facts) {
        LocalDate event = clock.eventOf(facts);
        LocalDate begin = clock.startsOn(event, counting);
        Bilingual lead = lead(clock, event, begin, clock.isKnownFor(facts));
        Bilingual plus = plus(period, begin, period.conventionFor(event, counting));
        return new Bilingual(lead.ru() + plus.ru(), lead.en() + plus.en());
    }

    /** Continues a sentence that names the day from which the period runs. */
    Bilingual plus(LegalPeriod period, LocalDate begin) {
        return plus(period, begin, period.conventionFor(begin, counting));
    }

    private static Bilingual plus(LegalPeriod period, LocalDate begin, CountingConvention convention) {
        LocalDate end = period.endsOn(begin, convention);
        if (period.isImmediate()) {
            return new Bilingual(", без срока: " + dayRu(end), ", with immediate effect: " + dayEn(end));
        }
        if (!period.onNext().isEmpty()) {
            return new Bilingual(
                    plusRu(period) + ", ближайший установленный день года = " + dayRu(end),
                    plusEn(period) + ", the next day of the year that is fixed = " + dayEn(end));
        }
        boolean full = convention == CountingConvention.AFTER_N_FULL_DAYS;
        return switch (period.ending()) {
            case ON_THE_DAY ->
                new Bilingual(
                        " + " + Words.periodRu(period) + (full ? " полностью, следующий день" : "") + " = "
                                + dayRu(end),
                        " + " + Words.periodEn(period) + (full ? " in full, the day after" : "") + " = " + dayEn(end));
            case FIRST_OF_MONTH_AFTER ->
                new Bilingual(
                        plusRu(period) + ", первый день следующего месяца = " + dayRu(end),
                        plusEn(period) + ", the first day of the month after = " + dayEn(end));
            case FIRST_OF_YEAR_AFTER ->
                new Bilingual(
                        plusRu(period) + ", первый день следующего года = " + dayRu(end),
                        plusEn(period) + ", the first day of the year after = " + dayEn(end));
            case FIRST_OF_NTH_MONTH ->
                new Bilingual(
                        ", первый день " + period.amount() + "-го календарного месяца после него = " + dayRu(end),
                        ", the first day of the " + Words.ordinalEn(period.amount()) + " calendar month after = "
                                + dayEn(end));
        };
    }

    private static String plusRu(LegalPeriod period) {
        return period.amount() == 0 ? "" : " + " + Words.periodRu(period);
    }

    private static String plusEn(LegalPeriod period) {
        return period.amount() == 0 ? "" : " + " + Words.periodEn(period);
    }

    /** What comes between the receipt and the period: the depositary's notice, and the time for objections. */
    private static Bilingual lead(LegalClock clock, LocalDate event, LocalDate begin, boolean known) {
        String ru = "";
        String en = "";
        if (!known) {
            ru += "; день извещения не известен, считается со дня получения: " + dayRu(event);
            en += "; no day of notice is known, so that it is counted from the receipt: " + dayEn(event);
        } else if (clock.start() == LegalClock.Start.CONSENTS) {
            ru += "; последнее из необходимых согласий получено " + Words.onDayRu(event);
            en += "; the last of the consents needed was received " + dayEn(event);
        } else if (clock.start() == LegalClock.Start.NOTICE) {
            ru += "; депозитарий известил об этом " + Words.onDayRu(event);
            en += "; the depositary gave notice of it " + dayEn(event);
        }
        LegalPeriod objections = clock.objections();
        if (objections != null) {
            ru += " + " + Words.periodRu(objections) + " для возражений = " + dayRu(begin);
            en += " + " + Words.periodEn(objections) + " for objections = " + dayEn(begin);
        }
        return new Bilingual(ru, en);
    }
}
