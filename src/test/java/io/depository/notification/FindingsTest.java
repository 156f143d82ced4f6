package io.depository.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> everyFinding() {
        Bilingual words = new Bilingual("причина", "a reason");
        PartyCode kg = new PartyCode("KG");
        LocalDate day = LocalDate.of(2026, 1, 12);
        Instant instant = Instant.parse("2026-01-12T09:30:00Z");
        return Stream.of(
                Arguments.of(Findings.syntax(words, 17), Code.SYNTAX, "17"),
                Arguments.of(Findings.duplicateKey("/a/b", "b"), Code.DUPLICATE_KEY, "b"),
                Arguments.of(Findings.tooLarge(words), Code.TOO_LARGE, ""),
                Arguments.of(Findings.unexpected("/act", words), Code.SCHEMA, ""),
                Arguments.of(Findings.missing("/act", words), Code.SCHEMA, ""),
                Arguments.of(Findings.moreDefects(7), Code.SCHEMA, "7"),
                Arguments.of(Findings.badCharacters("/reference", words), Code.SCHEMA, ""),
                Arguments.of(Findings.documentMissing(), Code.SCHEMA, "accession"),
                Arguments.of(Findings.listMissing(), Code.SCHEMA, "authorized-bodies"),
                Arguments.of(Findings.targetMissing(Act.OBJECTION), Code.SCHEMA, "objection"),
                Arguments.of(Findings.effectiveOnMisplaced(Act.ACCESSION), Code.SCHEMA, "accession"),
                Arguments.of(Findings.reservationMisplaced(Act.WITHDRAWAL), Code.SCHEMA, "withdrawal"),
                Arguments.of(Findings.unreadableMail(words), Code.UNREADABLE_MAIL, ""),
                Arguments.of(Findings.noNotificationFound(), Code.NO_NOTIFICATION_FOUND, ""),
                Arguments.of(Findings.wrongDepository("us", "them"), Code.WRONG_DEPOSITORY, "them"),
                Arguments.of(Findings.unknownAgreement("x-2025"), Code.UNKNOWN_AGREEMENT, "x-2025"),
                Arguments.of(Findings.unknownParty("XX"), Code.UNKNOWN_PARTY, "XX"),
                Arguments.of(Findings.notYourParty(kg, new PartyCode("KZ"), null), Code.NOT_YOUR_PARTY, "KZ"),
                Arguments.of(
                        Findings.datedInFuture("/dated", day.plusDays(2), day), Code.DATED_IN_FUTURE, "2026-01-14"),
                Arguments.of(Findings.attachmentDigest(2, "00", "ff"), Code.ATTACHMENT_DIGEST, "ff"),
                Arguments.of(Findings.referenceReused("17-3"), Code.REFERENCE_REUSED, "17-3"),
                Arguments.of(Findings.signerUnknown("kid-1"), Code.SIGNER_UNKNOWN, "kid-1"),
                Arguments.of(Findings.keyNotValid("kid-1", instant), Code.SIGNER_UNKNOWN, "2026-01-12T09:30:00Z"),
                Arguments.of(Findings.keyRevoked("kid-1", instant), Code.KEY_REVOKED, "2026-01-12T09:30:00Z"),
                Arguments.of(Findings.signatureInvalid(words), Code.SIGNATURE_INVALID, ""),
                Arguments.of(Findings.unknownField("/x", "x"), Code.UNKNOWN_FIELD, "x"),
                Arguments.of(Findings.moreUnknownFields(9), Code.UNKNOWN_FIELD, "9"),
                Arguments.of(Findings.article5ListMissing(), Code.ARTICLE_5_LIST_MISSING, "5"),
                Arguments.of(Findings.late(day, day.plusDays(30), day.plusDays(31)), Code.LATE, "2026-02-11"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("everyFinding")
    void putsItsFactsIntoBothTexts(Finding finding, Code code, String fact) {
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.message().ru()).contains(fact).matches("(?s).*[а-я]{4}.*");
        assertThat(finding.message().en())
                .contains(fact)
                .endsWith(Remedies.of(code).en());
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
