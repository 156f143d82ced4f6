package io.depository.correspondence;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.depository.treaty.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the two languages of the depository's correspondence: its phrases, dates, plurals and names of states.
 * Immutable; month and day names and plural rules are CLDR's, asked for once, with the locale.
 */
enum Language {
    RUSSIAN("ru"),
    ENGLISH("en");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss (xxx", Locale.ROOT);
    private static final Set<String> NOUNS_WITH_ARTICLE = Set.of(
            "Republic",
            "Federation",
            "Kingdom",
            "Principality",
            "Union",
            "State",
            "States",
            "Emirates",
            "Sultanate",
            "Confederation",
            "Commonwealth",
            "Duchy");

    private final String code;
    private final Phrases phrases;
    private final PluralRules plurals;
    /** In Russian the genitive, which stands in a date: ноября. */
    private final List<String> months;
    /** From Sunday, as ICU has them: at 1 to 7. */
    private final List<String> weekdays;

    Language(String code) {
        ULocale locale = new ULocale(code);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        this.code = code;
        this.phrases = Phrases.of(code);
        this.plurals = PluralRules.forLocale(locale);
        this.months = List.of(symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE));
        this.weekdays = List.of(symbols.getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE));
    }

    /** The two-letter code by which letters name their languages. */
    String code() {
        return code;
    }

    String say(String key, String... values) {
        return phrases.say(key, values);
    }

    boolean has(String key) {
        return phrases.has(key);
    }

    /** The phrase in the plural form that the number asks for: {@code key.one}, {@code key.few} and so on. */
    String count(String key, long number, String... values) {
        String[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "count";
        all[values.length + 1] = Long.toString(number);
        return phrases.say(key + "." + plurals.select(number), all);
    }

    /** {@code 23 ноября 2026 года (понедельник)}, {@code Monday, 23 November 2026}. */
    String date(LocalDate date) {
        String weekday = weekdays.get(date.getDayOfWeek().getValue() % 7 + 1);
        return this == RUSSIAN ? day(date) + " (" + weekday + ")" : weekday + ", " + day(date);
    }

    /** {@code 23 ноября 2026 года}, {@code 23 November 2026}. */
    String day(LocalDate date) {
        String day = date.getDayOfMonth() + " " + months.get(date.getMonthValue() - 1) + " " + date.getYear();
        return this == RUSSIAN ? day + " года" : day;
    }

    /** {@code 13:15:30 (+03:00, Europe/Minsk)}. */
    String time(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        return TIME.format(there) + ", " + zone.getId() + ")";
    }

    String of(Bilingual text) {
        return this == RUSSIAN ? text.ru() : text.en();
    }

    /** A place that agreement files name in English, as this language has it; unchanged where it has no word for it. */
    String place(String english) {
        String key = "place." + english;
        return phrases.has(key) ? phrases.say(key) : english;
    }

    /** The state's name as it stands within a sentence: in English with the article, where its form wants one. */
    String state(Bilingual name) {
        if (this == RUSSIAN) {
            return name.ru();
        }
        String english = name.en();
        if (english.startsWith("The ")) {
            return "the " + english.substring(4);
        }
        boolean wantsArticle = !english.startsWith("the ")
                && Arrays.stream(english.split("[ -]")).anyMatch(NOUNS_WITH_ARTICLE::contains);
        return wantsArticle ? "the " + english : english;
    }
}
