package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 дней",
        "1, 1 день",
        "2, 2 дня",
        "3, 3 дня",
        "4, 4 дня",
        "5, 5 дней",
        "9, 9 дней",
        "10, 10 дней",
        "11, 11 дней",
        "12, 12 дней",
        "13, 13 дней",
        "14, 14 дней",
        "15, 15 дней",
        "20, 20 дней",
        "21, 21 день",
        "22, 22 дня",
        "25, 25 дней",
        "30, 30 дней",
        "31, 31 день",
        "101, 101 день",
        "102, 102 дня",
        "111, 111 дней",
        "112, 112 дней",
        "114, 114 дней",
        "121, 121 день",
        "1001, 1001 день",
        "1011, 1011 дней"
    })
    void countsDaysInRussian(long days, String said) {
        assertThat(Words.daysRu(days)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 day", "2, 2 days", "11, 11 days", "21, 21 days", "30, 30 days"})
    void countsDaysInEnglish(long days, String said) {
        assertThat(Words.daysEn(days)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1, из 1 уведомления",
        "2, из 2 уведомлений",
        "3, из 3 уведомлений",
        "11, из 11 уведомлений",
        "21, из 21 уведомления",
        "111, из 111 уведомлений"
    })
    void countsInTheGenitive(long number, String said) {
        assertThat("из " + Words.ofCountRu(number, "уведомления", "уведомлений"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1, первое, first",
        "2, второе, second",
        "3, третье, third",
        "10, десятое, tenth",
        "11, 11-е, 11th",
        "12, 12-е, 12th",
        "13, 13-е, 13th",
        "21, 21-е, 21st",
        "22, 22-е, 22nd",
        "23, 23-е, 23rd",
        "24, 24-е, 24th",
        "111, 111-е, 111th",
        "121, 121-е, 121st"
    })
    void namesPlaces(int number, String ru, String en) {
        assertThat(Instrument.NOTIFICATION.ordinalRu(number)).isEqualTo(ru);
        assertThat(Words.ordinalEn(number)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "P6M, 6 месяцев, 6 months",
        "P1M, 1 месяц, 1 month",
        "P3M, 3 месяца, 3 months",
        "P12M, 12 месяцев, 12 months",
        "P1D, 1 день, 1 day",
        "P30D, 30 дней, 30 days"
    })
    void namesPeriods(String period, String ru, String en) {
        int amount = Integer.parseInt(period.substring(1, period.length() - 1));
        LegalPeriod of = period.endsWith("D") ? LegalPeriod.ofDays(amount) : LegalPeriod.ofMonths(amount);

        assertThat(Words.periodRu(of)).isEqualTo(ru);
        assertThat(Words.periodEn(of)).isEqualTo(en);
    }

    /** One day of each month, and each weekday. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, четверг 1 января 2026 г., в четверг 1 января 2026 г., Thursday 1 January 2026",
        "2026-02-02, понедельник 2 февраля 2026 г., в понедельник 2 февраля 2026 г., Monday 2 February 2026",
        "2026-03-03, вторник 3 марта 2026 г., во вторник 3 марта 2026 г., Tuesday 3 March 2026",
        "2026-04-04, суббота 4 апреля 2026 г., в субботу 4 апреля 2026 г., Saturday 4 April 2026",
        "2026-05-01, пятница 1 мая 2026 г., в пятницу 1 мая 2026 г., Friday 1 May 2026",
        "2026-06-03, среда 3 июня 2026 г., в среду 3 июня 2026 г., Wednesday 3 June 2026",
        "2026-07-05, воскресенье 5 июля 2026 г., в воскресенье 5 июля 2026 г., Sunday 5 July 2026",
        "2026-08-31, понедельник 31 августа 2026 г., в понедельник 31 августа 2026 г., Monday 31 August 2026",
        "2026-09-01, вторник 1 сентября 2026 г., во вторник 1 сентября 2026 г., Tuesday 1 September 2026",
        "2026-10-31, суббота 31 октября 2026 г., в субботу 31 октября 2026 г., Saturday 31 October 2026",
        "2026-11-23, понедельник 23 ноября 2026 г., в понедельник 23 ноября 2026 г., Monday 23 November 2026",
        "2026-12-31, четверг 31 декабря 2026 г., в четверг 31 декабря 2026 г., Thursday 31 December 2026"
    })
    void namesDays(LocalDate day, String ru, String onDayRu, String en) {
        assertThat(Words.dayRu(day)).isEqualTo(ru);
        assertThat(Words.onDayRu(day)).isEqualTo(onDayRu);
        assertThat(Words.dayEn(day)).isEqualTo(en);
    }

    @Test
    void namesNoDayTwice() {
        LocalDate first = LocalDate.of(2024, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1)).map(Words::dayRu)).doesNotHaveDuplicates();
    }
}
