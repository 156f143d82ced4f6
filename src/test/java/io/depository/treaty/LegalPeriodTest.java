package io.depository.treaty;

import static io.depository.treaty.CountingConvention.AFTER_N_FULL_DAYS;
import static io.depository.treaty.CountingConvention.DAY_N_AFTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles 12 to 14: periods that begin with a receipt. */
class LegalPeriodTest {

    private static final LegalPeriod THIRTY_DAYS = LegalPeriod.ofDays(30);
    private static final LegalPeriod SIX_MONTHS = LegalPeriod.ofMonths(6);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 2026-04-04", // Thursday, Saturday: never moved for a weekend
        "2026-03-06, 2026-04-05", // Friday, Sunday
        "2026-01-30, 2026-03-01", // over a February of 28 days
        "2028-01-30, 2028-02-29", // over a February of 29 days
        "2026-12-02, 2027-01-01", // over the year, to a holiday
        "1900-01-30, 1900-03-01", // 1900 was no leap year
        "2000-01-30, 2000-02-29", // 2000 was one
        "2100-01-30, 2100-03-01", // 2100 will be none
        "2026-03-28, 2026-04-27" // over the change to summer time elsewhere
    })
    void thirtyDaysAfterTheReceipt(LocalDate receivedOn, LocalDate effect) {
        assertThat(THIRTY_DAYS.endsOn(receivedOn, DAY_N_AFTER)).isEqualTo(effect);
        assertThat(THIRTY_DAYS.endsOn(receivedOn, AFTER_N_FULL_DAYS)).isEqualTo(effect.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04, 2026-11-04, false",
        "2026-08-31, 2027-02-28, true", // Monday 31 August, Sunday 28 February
        "2027-08-31, 2028-02-29, true", // a leap year
        "2027-08-30, 2028-02-29, true",
        "2027-08-29, 2028-02-29, false",
        "2026-08-28, 2027-02-28, false",
        "2099-08-29, 2100-02-28, true", // 2100 is no leap year
        "1999-08-29, 2000-02-29, false",
        "2026-10-31, 2027-04-30, true",
        "2026-12-31, 2027-06-30, true",
        "2026-03-31, 2026-09-30, true",
        "2026-05-31, 2026-11-30, true",
        "2027-02-28, 2027-08-28, false", // the last of February does not become the last of August
        "2026-07-31, 2027-01-31, false"
    })
    void sixMonthsAfterTheReceipt(LocalDate receivedOn, LocalDate effect, boolean clipped) {
        assertThat(SIX_MONTHS.endsOn(receivedOn, DAY_N_AFTER)).isEqualTo(effect);
        assertThat(SIX_MONTHS.endsOn(receivedOn, AFTER_N_FULL_DAYS)).isEqualTo(effect.plusDays(1));
        assertThat(SIX_MONTHS.isClippedFrom(receivedOn)).isEqualTo(clipped);
    }

    /** Every day of three centuries, each counted by another way of counting. */
    @Test
    void thirtyDaysAreThirtyDaysOnEveryDayOfThreeCenturies() {
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            assertThat(ChronoUnit.DAYS.between(day, THIRTY_DAYS.endsOn(day, DAY_N_AFTER)))
                    .isEqualTo(30);
        }
    }

    @Test
    void sixMonthsKeepTheDayOrEndWithTheMonthOnEveryDayOfThreeCenturies() {
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            int month = (day.getMonthValue() + 5) % 12 + 1;
            int year = day.getMonthValue() > 6 ? day.getYear() + 1 : day.getYear();
            int lastOfMonth = lengthOf(year, month);

            LocalDate end = SIX_MONTHS.endsOn(day, DAY_N_AFTER);

            assertThat(YearMonth.from(end)).isEqualTo(YearMonth.of(year, month));
            assertThat(end.getDayOfMonth()).isEqualTo(Math.min(day.getDayOfMonth(), lastOfMonth));
        }
    }

    @Test
    void isNoLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> LegalPeriod.ofDays(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> LegalPeriod.ofMonths(-1));
    }

    private static int lengthOf(int year, int month) {
        boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        assertThat(Year.isLeap(year)).isEqualTo(leap);
        return Month.of(month) == Month.FEBRUARY
                ? (leap ? 29 : 28)
                : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
    }
}
