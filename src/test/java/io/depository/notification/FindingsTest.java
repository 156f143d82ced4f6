package io.depository.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    @ParameterizedTest
    @EnumSource(Code.class)
    void saysInBothLanguagesWhatToDoNext(Code code) {
        Finding finding = Findings.refusal(code, new Bilingual("Причина.", "The reason."), "/act");

        assertThat(finding.message().ru()).startsWith("Причина. ").endsWith(".").hasSizeGreaterThan(30);
        assertThat(finding.message().en())
                .startsWith("The reason. ")
                .endsWith(".")
                .hasSizeGreaterThan(30);
        assertThat(finding.message().ru()).matches("(?s).*[а-я]{4}.*");
        assertThat(finding.message().en()).doesNotContainPattern("[а-яА-Я]");
        assertThat(finding.at()).isEqualTo("/act");
    }

    @Test
    void repeatsNoControlCharactersAndNoMoreThanALineOfWhatASenderWrote() {
        String hostile = "x\r\nBcc: all@example.org\u202E\u0000" + "y".repeat(1000);

        Finding finding = Findings.unknownAgreement(hostile);

        assertThat(finding.message().en())
                .doesNotContainPattern("[\\p{Cntrl}\u202E]")
                .contains("x\uFFFD\uFFFDBcc: all@example.org")
                .contains("…")
                .hasSizeLessThan(400);
    }

    @Test
    void tellsWarningsFromErrors() {
        assertThat(Code.LATE.isWarning()).isTrue();
        assertThat(Code.UNKNOWN_FIELD.isWarning()).isTrue();
        assertThat(Code.ARTICLE_5_LIST_MISSING.isWarning()).isTrue();
        assertThat(Code.SCHEMA.isWarning()).isFalse();
    }
}
