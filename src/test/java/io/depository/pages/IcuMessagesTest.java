package io.depository.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the pages are complete in each language, with its plurals. */
class IcuMessagesTest {

    private final IcuMessages messages = new IcuMessages();

    @Test
    void sayEverythingInEachLanguage() {
        assertThat(messages.keys("en")).isNotEmpty().isEqualTo(messages.keys("ru"));
    }

    @CsvSource({"ru, 1, 1 байт", "ru, 2, 2 байта", "ru, 5, 5 байт", "ru, 21, 21 байт", "en, 1, 1 byte", "en, 2, 2 bytes"
    })
    @ParameterizedTest
    void countAsTheLanguageDoes(String language, long number, String words) {
        assertThat(messages.getMessage("bytes", new Object[] {number}, Locale.forLanguageTag(language)))
                .isEqualTo(words);
    }

    @Test
    void areWellFormedPatterns() {
        Stream.of("ru", "en")
                .forEach(language -> messages.keys(language)
                        .forEach(key -> assertThat(
                                        messages.getMessage(key, new Object[] {1, 1}, Locale.forLanguageTag(language)))
                                .as(key)
                                .isNotBlank()));
    }
}
