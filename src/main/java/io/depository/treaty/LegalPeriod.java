package io.depository.treaty;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period of a final clause, in whole days, months or years.
 *
 * <p>Its end is found in four steps:
 *
 * <ol>
 *   <li>add the days; or add the months or years, keeping the day of the month;
 *   <li>where that month has no such day, take its last day: six months after Friday 31 August 2029 is Thursday
 *       28 February 2030;
 *   <li>under {@link CountingConvention#AFTER_N_FULL_DAYS}, add one day;
 *   <li>where the clause names the first day of a month or a year, go on to it: see {@link Ending};
 *   <li>where it names days of the year ("on 31 December"), go on to the next of them, if the end is not one itself: a year
 *       from Thursday 12 October 2017, and Monday 31 December 2018 is the day. The whole days of step 3 are then not added.
 * </ol>
 *
 * <p>The end is never moved for weekends or holidays. A period of nothing is immediate effect: it ends on the day on which
 * it begins, under either convention.
 *
 * @param amount how many; zero for immediate effect
 * @param ending on which day its end takes effect
 * @param own the convention of this clause, where it is another one than the agreement's
 * @param onNext the days of the year on one of which it takes effect; empty where any day will do
 */
public record LegalPeriod(
        int amount, Unit unit, Ending ending, @Nullable CountingConvention own, List<MonthDay> onNext) {

    /** What a period is measured in. */
    public enum Unit {
        DAYS,
        MONTHS,
        YEARS
    }

    /** The day on which what waits for a period takes effect. */
    public enum Ending {
        /** The day on which the period ends. */
        ON_THE_DAY("on-the-day"),

        /**
         * "The first day of the month following the expiration of a period of one month": received on Thursday 5 March
         * 2026, the month expires on Sunday 5 April, and Friday 1 May 2026 is the day.
         */
        FIRST_OF_MONTH_AFTER("first-of-month-after"),

        /**
         * "The first day of the third calendar month after the month of deposit": received on any day of March 2026, Monday
         * 1 June 2026 is the day.
         */
        FIRST_OF_NTH_MONTH("first-of-nth-month"),

        /**
         * "The first day of the calendar year following": a period of nothing from Thursday 5 March 2026, and Friday
         * 1 January 2027 is the day.
         */
        FIRST_OF_YEAR_AFTER("first-of-year-after");

        private final String wireName;

        Ending(String wireName) {
            this.wireName = wireName;
        }

        /** The name in agreement files. */
        public String wireName() {
            return wireName;
        }
    }

    public LegalPeriod {
        if (amount < 0) {
            throw new IllegalArgumentException("A period is no less than nothing, not " + amount);
        }
        if (ending == Ending.FIRST_OF_NTH_MONTH && (unit != Unit.MONTHS || amount == 0)) {
            throw new IllegalArgumentException("The first day of the Nth month is counted in months");
        }
        onNext = List.copyOf(onNext);
        if (!onNext.isEmpty() && ending != Ending.ON_THE_DAY) {
            throw new IllegalArgumentException(
                    "Either a day of the year is named, or the first day of a month or year");
        }
    }

    /** A period of so many days. */
    public static LegalPeriod ofDays(int days) {
        return new LegalPeriod(days, Unit.DAYS, Ending.ON_THE_DAY, null, List.of());
    }

    /** A period of so many months, clipped at the month's end. */
    public static LegalPeriod ofMonths(int months) {
        return new LegalPeriod(months, Unit.MONTHS, Ending.ON_THE_DAY, null, List.of());
    }

    /** A period of so many years: 29 February is followed by 28 February. */
    public static LegalPeriod ofYears(int years) {
        return new LegalPeriod(years, Unit.YEARS, Ending.ON_THE_DAY, null, List.of());
    }

    /** The same length with another ending. */
    public LegalPeriod ending(Ending other) {
        return new LegalPeriod(amount, unit, other, own, onNext);
    }

    /** The same period counted by a convention of its own. */
    public LegalPeriod counted(CountingConvention convention) {
        return new LegalPeriod(amount, unit, ending, convention, onNext);
    }

    /** The same length, taking effect on the next of these days of the year. */
    public LegalPeriod onNext(List<MonthDay> days) {
        return new LegalPeriod(amount, unit, ending, own, days);
    }

    /** Whether it is immediate effect. */
    public boolean isImmediate() {
        return amount == 0 && ending == Ending.ON_THE_DAY && onNext.isEmpty();
    }

    /** The day on which what waits for the period takes effect, when it begins on the day given. */
    public LocalDate endsOn(LocalDate begin, Counting counting) {
        return endsOn(begin, conventionFor(begin, counting));
    }

    /** That day under the convention that the depository does not apply. */
    public LocalDate otherwiseEndsOn(LocalDate begin, Counting counting) {
        return endsOn(begin, conventionFor(begin, counting).other());
    }

    /** The convention by which the period is counted when it begins on the day given. */
    public CountingConvention conventionFor(LocalDate begin, Counting counting) {
        return own == null ? counting.on(begin) : own;
    }

    /** The day on which what waits for the period takes effect, counted by that convention. */
    public LocalDate endsOn(LocalDate begin, CountingConvention convention) {
        return switch (ending) {
            case ON_THE_DAY -> onTheDay(begin, convention);
            case FIRST_OF_MONTH_AFTER -> expiresOn(begin).withDayOfMonth(1).plusMonths(1);
            case FIRST_OF_NTH_MONTH -> begin.withDayOfMonth(1).plusMonths(amount);
            case FIRST_OF_YEAR_AFTER -> expiresOn(begin).withDayOfYear(1).plusYears(1);
        };
    }

    private LocalDate onTheDay(LocalDate begin, CountingConvention convention) {
        if (!onNext.isEmpty()) {
            return nextFrom(expiresOn(begin));
        }
        return amount == 0 ? begin : expiresOn(begin).plusDays(convention.extraDays());
    }

    /** The day itself, or where the period takes effect on fixed days of the year alone, the first of them from it on. */
    LocalDate fixedDayFrom(LocalDate day) {
        return onNext.isEmpty() ? day : nextFrom(day);
    }

    /** The first of the named days on or after the day. */
    private LocalDate nextFrom(LocalDate day) {
        LocalDate next = LocalDate.MAX;
        for (MonthDay named : onNext) {
            LocalDate inYear = named.atYear(day.getYear());
            LocalDate found = inYear.isBefore(day) ? named.atYear(day.getYear() + 1) : inYear;
            next = found.isBefore(next) ? found : next;
        }
        return next;
    }

    /** Whether the last month has no day of that number, so that the period ends on the month's last day. */
    boolean isClippedFrom(LocalDate begin) {
        return unit != Unit.DAYS
                && ending == Ending.ON_THE_DAY
                && onNext.isEmpty()
                && expiresOn(begin).getDayOfMonth() != begin.getDayOfMonth();
    }

    private LocalDate expiresOn(LocalDate begin) {
        return switch (unit) {
            case DAYS -> begin.plusDays(amount);
            case MONTHS -> begin.plusMonths(amount);
            case YEARS -> begin.plusYears(amount);
        };
    }
}
