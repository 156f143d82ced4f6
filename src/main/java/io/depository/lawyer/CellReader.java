package io.depository.lawyer;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people write for a state, an act or a day, as the types of the law. What cannot be understood is told. */
final class CellReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int FIRST_YEAR = 1800;

    /** A day, and the instant on it: the day's beginning where the text says a day alone. */
    record Moment(LocalDate day, Instant instant) {}

    /** Text that cannot be understood, and what was expected. */
    static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Bilingual what;

        NotUnderstood(String ru, String en) {
            super(en);
            this.what = new Bilingual(ru, en);
        }

        Bilingual what() {
            return what;
        }
    }

    private final ZoneId zone;
    private final Map<String, PartyCode> byName = new HashMap<>();

    CellReader(Agreement agreement) {
        this.zone = agreement.zone();
        for (AgreementState state : agreement.states()) {
            Bilingual name = state.name();
            if (name != null) {
                byName.put(folded(name.ru()), state.party());
                byName.put(folded(name.en()), state.party());
            }
        }
    }

    /** A state: its ISO code, its official name in the agreement's file, or the name by which it is commonly known. */
    PartyCode party(String text) throws NotUnderstood {
        Optional<PartyCode> code = PartyCode.find(text);
        if (code.isPresent()) {
            return code.get();
        }
        PartyCode named = byName.get(folded(text));
        if (named != null) {
            return named;
        }
        Optional<PartyCode> common = Optional.ofNullable(CommonNames.CODES.get(folded(text)));
        if (common.isPresent()) {
            return common.get();
        }
        throw new NotUnderstood(
                "ожидается код государства из двух заглавных букв (ISO 3166-1 alpha-2, например KG) или его официальное"
                        + " название из файла соглашения, а не «" + text + "»",
                "a state's code of two capital letters (ISO 3166-1 alpha-2, such as KG) or its official name in the"
                        + " agreement's file was expected, not \"" + text + "\"");
    }

    Act act(String text) throws NotUnderstood {
        Optional<Act> act = Act.find(text.toLowerCase(Locale.ROOT));
        if (act.isPresent()) {
            return act.get();
        }
        String known = Arrays.stream(Act.values()).map(Act::wireName).collect(Collectors.joining(", "));
        throw new NotUnderstood(
                "такого действия нет: «" + text + "»; известны " + known,
                "there is no act \"" + text + "\"; known are " + known);
    }

    /** A day, or an instant with its offset. */
    Moment moment(String text) throws NotUnderstood {
        if (text.indexOf('T') > 0) {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return new Moment(instant.atZone(zone).toLocalDate(), instant);
            } catch (DateTimeException e) {
                throw unreadable(text, e);
            }
        }
        LocalDate day = day(text);
        return new Moment(day, day.atStartOfDay(zone).toInstant());
    }

    /** The names by which states are commonly known, in English and Russian; looked up only where a file uses one. */
    private static final class CommonNames {

        static final Map<String, PartyCode> CODES = new HashMap<>();

        static {
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale.Builder().setRegion(code).build();
                for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                    CODES.put(folded(country.getDisplayCountry(language)), new PartyCode(code));
                }
            }
        }
    }

    LocalDate day(String text) throws NotUnderstood {
        if (!DATE.matcher(text).matches()) {
            throw unreadable(text, null);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR) {
                throw new NotUnderstood(
                        "до " + FIRST_YEAR + " года актов не бывает: «" + text + "»",
                        "no act is older than the year " + FIRST_YEAR + ": \"" + text + "\"");
            }
            return day;
        } catch (DateTimeException e) {
            throw unreadable(text, e);
        }
    }

    private static NotUnderstood unreadable(String text, @Nullable Throwable cause) {
        boolean impossible = DATE.matcher(text).matches();
        NotUnderstood told = impossible
                ? new NotUnderstood(
                        "такого дня нет в календаре: «" + text + "»", "the calendar has no such day: \"" + text + "\"")
                : new NotUnderstood(
                        "ожидается день вида 2026-03-05 или момент со смещением вида 2026-03-05T23:30:00+03:00, а не «"
                                + text + "»",
                        "a day such as 2026-03-05, or an instant with its offset such as 2026-03-05T23:30:00+03:00, was"
                                + " expected, not \"" + text + "\"");
        if (cause != null) {
            told.initCause(cause);
        }
        return told;
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
