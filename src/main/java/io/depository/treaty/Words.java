package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;

/**
 * The words that reasons are made of: numbers with their nouns, ordinals and days, in Russian and English. By hand, so
 * that a reason reads the same on every machine whatever its locale data.
 */
final class Words {

    private static final List<String> MONTHS_RU = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");
    private static final List<String> MONTHS_EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> WEEKDAYS_RU =
            List.of("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье");
    private static final List<String> ON_WEEKDAYS_RU =
            List.of("в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье");
    private static final List<String> WEEKDAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> ORDINALS_EN =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Words() {}

    /** The number with its noun, e.g. 1 день, 2 дня, 5 дней, 11 дней, 21 день. */
    static String countRu(long number, String one, String few, String many) {
        long tens = Math.abs(number) % 100;
        long units = tens % 10;
        if (tens > 10 && tens < 20) {
            return number + " " + many;
        }
        if (units == 1) {
            return number + " " + one;
        }
        return number + " " + (units >= 2 && units <= 4 ? few : many);
    }

    /** The number with its noun in the genitive, e.g. из 1 уведомления, из 2 уведомлений, из 21 уведомления. */
    static String ofCountRu(long number, String one, String many) {
        long tens = Math.abs(number) % 100;
        return number + " " + (tens % 10 == 1 && tens != 11 ? one : many);
    }

    static String countEn(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String ordinalEn(int number) {
        if (number <= ORDINALS_EN.size()) {
            return ORDINALS_EN.get(number - 1);
        }
        int tens = number % 100;
        if (tens > 10 && tens < 20) {
            return number + "th";
        }
        return number
                + List.of("th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th")
                        .get(number % 10);
    }

    /** суббота 4 апреля 2026 г. */
    static String dayRu(LocalDate day) {
        return WEEKDAYS_RU.get(day.getDayOfWeek().getValue() - 1) + " " + dateRu(day);
    }

    /** в субботу 4 апреля 2026 г. */
    static String onDayRu(LocalDate day) {
        return ON_WEEKDAYS_RU.get(day.getDayOfWeek().getValue() - 1) + " " + dateRu(day);
    }

    /** Saturday 4 April 2026. */
    static String dayEn(LocalDate day) {
        return WEEKDAYS_EN.get(day.getDayOfWeek().getValue() - 1) + " " + day.getDayOfMonth() + " "
                + MONTHS_EN.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /** 30 дней, 6 месяцев, 2 года. */
    static String periodRu(LegalPeriod period) {
        return switch (period.unit()) {
            case DAYS -> daysRu(period.amount());
            case MONTHS -> countRu(period.amount(), "месяц", "месяца", "месяцев");
            case YEARS -> countRu(period.amount(), "год", "года", "лет");
        };
    }

    /** 30 days, 6 months, 2 years. */
    static String periodEn(LegalPeriod period) {
        return switch (period.unit()) {
            case DAYS -> daysEn(period.amount());
            case MONTHS -> countEn(period.amount(), "month", "months");
            case YEARS -> countEn(period.amount(), "year", "years");
        };
    }

    static String daysRu(long days) {
        return countRu(days, "день", "дня", "дней");
    }

    static String daysEn(long days) {
        return countEn(days, "day", "days");
    }

    private static String dateRu(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS_RU.get(day.getMonthValue() - 1) + " " + day.getYear() + " г.";
    }
}
