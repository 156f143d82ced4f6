package io.depository.treaty;

import java.time.LocalDate;

/**
 * A period of a final clause, in whole days or whole months.
 *
 * <p>Its end is found in three steps:
 *
 * <ol>
 *   <li>add the days; or add the months, keeping the day of the month;
 *   <li>where that month has no such day, take its last day: six months after Friday 31 August 2029 is Thursday
 *       28 February 2030;
 *   <li>under {@link CountingConvention#AFTER_N_FULL_DAYS}, add one day.
 * </ol>
 *
 * <p>The end is never moved for weekends or holidays.
 *
 * @param amount how many, at least one
 */
public record LegalPeriod(int amount, Unit unit) {

    /** What a period is measured in. */
    public enum Unit {
        DAYS,
        MONTHS
    }

    public LegalPeriod {
        if (amount < 1) {
            throw new IllegalArgumentException("A period is at least one day or month, not " + amount);
        }
    }

    /** A period of so many days. */
    public static LegalPeriod ofDays(int days) {
        return new LegalPeriod(days, Unit.DAYS);
    }

    /** A period of so many months, clipped at the month's end. */
    public static LegalPeriod ofMonths(int months) {
        return new LegalPeriod(months, Unit.MONTHS);
    }

    /** The day on which what waits for the period takes effect, when it begins with a receipt on the day given. */
    public LocalDate endsOn(LocalDate receivedOn, CountingConvention counting) {
        LocalDate end = unit == Unit.DAYS ? receivedOn.plusDays(amount) : receivedOn.plusMonths(amount);
        return end.plusDays(counting.extraDays());
    }

    /** Whether the last month has no day of that number, so that the period ends on the month's last day. */
    boolean isClippedFrom(LocalDate receivedOn) {
        return unit == Unit.MONTHS && receivedOn.plusMonths(amount).getDayOfMonth() != receivedOn.getDayOfMonth();
    }
}
