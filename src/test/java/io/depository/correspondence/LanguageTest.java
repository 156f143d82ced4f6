package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 | 5 января 2026 года (понедельник)  | Monday, 5 January 2026
            2026-02-03 | 3 февраля 2026 года (вторник)     | Tuesday, 3 February 2026
            2026-03-04 | 4 марта 2026 года (среда)         | Wednesday, 4 March 2026
            2026-04-02 | 2 апреля 2026 года (четверг)      | Thursday, 2 April 2026
            2026-05-01 | 1 мая 2026 года (пятница)         | Friday, 1 May 2026
            2026-06-06 | 6 июня 2026 года (суббота)        | Saturday, 6 June 2026
            2026-07-05 | 5 июля 2026 года (воскресенье)    | Sunday, 5 July 2026
            2026-08-31 | 31 августа 2026 года (понедельник) | Monday, 31 August 2026
            2026-09-30 | 30 сентября 2026 года (среда)     | Wednesday, 30 September 2026
            2026-10-10 | 10 октября 2026 года (суббота)    | Saturday, 10 October 2026
            2026-11-23 | 23 ноября 2026 года (понедельник) | Monday, 23 November 2026
            2028-02-29 | 29 февраля 2028 года (вторник)    | Tuesday, 29 February 2028
            2026-12-25 | 25 декабря 2026 года (пятница)    | Friday, 25 December 2026
            """)
    void writesDates(LocalDate date, String russian, String english) {
        assertThat(Language.RUSSIAN.date(date)).isEqualTo(russian);
        assertThat(Language.ENGLISH.date(date)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1    | Обнаружена 1 ошибка:     | 1 error was found:
            2    | Обнаружены 2 ошибки:     | 2 errors were found:
            4    | Обнаружены 4 ошибки:     | 4 errors were found:
            5    | Обнаружено 5 ошибок:     | 5 errors were found:
            11   | Обнаружено 11 ошибок:    | 11 errors were found:
            12   | Обнаружено 12 ошибок:    | 12 errors were found:
            14   | Обнаружено 14 ошибок:    | 14 errors were found:
            20   | Обнаружено 20 ошибок:    | 20 errors were found:
            21   | Обнаружена 21 ошибка:    | 21 errors were found:
            22   | Обнаружены 22 ошибки:    | 22 errors were found:
            25   | Обнаружено 25 ошибок:    | 25 errors were found:
            101  | Обнаружена 101 ошибка:   | 101 errors were found:
            111  | Обнаружено 111 ошибок:   | 111 errors were found:
            1000 | Обнаружено 1000 ошибок:  | 1000 errors were found:
            """)
    void countsErrors(long number, String russian, String english) {
        assertThat(Language.RUSSIAN.count("ack.errors", number)).isEqualTo(russian);
        assertThat(Language.ENGLISH.count("ack.errors", number)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 1 записи    | 1 entry
            2  | 2 записей   | 2 entries
            5  | 5 записей   | 5 entries
            21 | 21 записи   | 21 entries
            111 | 111 записей | 111 entries
            """)
    void countsEntriesInTheGenitive(long number, String russian, String english) {
        assertThat(Language.RUSSIAN.count("mail.proof.size", number, "file", "f", "entry", "0"))
                .contains("в реестр из " + russian + " (");
        assertThat(Language.ENGLISH.count("mail.proof.size", number, "file", "f", "entry", "0"))
                .contains("the register of " + english + " (");
    }

    @ParameterizedTest
    @CsvSource({
        "Kyrgyz Republic, the Kyrgyz Republic",
        "the Kyrgyz Republic, the Kyrgyz Republic",
        "The Kyrgyz Republic, the Kyrgyz Republic",
        "Russian Federation, the Russian Federation",
        "Republic of Belarus, the Republic of Belarus",
        "Federal Republic of Germany, the Federal Republic of Germany",
        "Turkmenistan, Turkmenistan",
        "Ukraine, Ukraine"
    })
    void givesStatesTheirArticle(String name, String inSentence) {
        assertThat(Language.ENGLISH.state(new Bilingual("–", name))).isEqualTo(inSentence);
    }

    @Test
    void tellsTimeInTheDepositorysZone() {
        Instant justBeforeMidnight = Instant.parse("2026-11-22T20:59:59.999Z");
        assertThat(Language.RUSSIAN.time(justBeforeMidnight, Letters.MINSK))
                .isEqualTo("23:59:59 (+03:00, Europe/Minsk)");
    }

    @Test
    void doesNotMindTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Language.RUSSIAN.date(Letters.MON_2026_11_23)).isEqualTo("23 ноября 2026 года (понедельник)");
            assertThat(LetterJson.instant(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        } finally {
            Locale.setDefault(before);
        }
    }
}
