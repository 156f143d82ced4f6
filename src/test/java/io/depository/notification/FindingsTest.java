package io.depository.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
                said(() -> Findings.syntax(words, 17), Code.SYNTAX, "17"),
                said(() -> Findings.duplicateKey("/a/b", "b"), Code.DUPLICATE_KEY, "b"),
                said(() -> Findings.tooLarge(words), Code.TOO_LARGE, ""),
                said(() -> Findings.unexpected("/act", words), Code.SCHEMA, ""),
                said(() -> Findings.missing("/act", words), Code.SCHEMA, ""),
                said(() -> Findings.moreDefects(7), Code.SCHEMA, "7"),
                said(() -> Findings.badCharacters("/reference", words), Code.SCHEMA, ""),
                said(() -> Findings.documentMissing(), Code.SCHEMA, "accession"),
                said(() -> Findings.listMissing(), Code.SCHEMA, "authorized-bodies"),
                said(() -> Findings.targetMissing(Act.OBJECTION), Code.SCHEMA, "objection"),
                said(() -> Findings.effectiveOnMisplaced(Act.ACCESSION), Code.SCHEMA, "accession"),
                said(() -> Findings.reservationMisplaced(Act.WITHDRAWAL), Code.SCHEMA, "withdrawal"),
                said(() -> Findings.unreadableMail(words), Code.UNREADABLE_MAIL, ""),
                said(() -> Findings.noNotificationFound(), Code.NO_NOTIFICATION_FOUND, ""),
                said(() -> Findings.wrongDepository("us", "them"), Code.WRONG_DEPOSITORY, "them"),
                said(() -> Findings.unknownAgreement("x-2025"), Code.UNKNOWN_AGREEMENT, "x-2025"),
                said(() -> Findings.unknownParty("XX"), Code.UNKNOWN_PARTY, "XX"),
                said(() -> Findings.notYourParty(kg, new PartyCode("KZ"), null), Code.NOT_YOUR_PARTY, "KZ"),
                said(() -> Findings.signersDisagree(kg, new PartyCode("KZ")), Code.NOT_YOUR_PARTY, "KZ"),
                said(() -> Findings.signerWithoutCertificate(), Code.SIGNER_UNKNOWN, "S/MIME"),
                said(
                        () -> Findings.returnedByStaff(List.of("Нет печати", "No seal")),
                        Code.RETURNED_BY_STAFF,
                        "Нет печати / No seal"),
                said(() -> Findings.datedInFuture("/dated", day.plusDays(2), day), Code.DATED_IN_FUTURE, "2026-01-14"),
                said(() -> Findings.attachmentDigest(2, "00", "ff"), Code.ATTACHMENT_DIGEST, "ff"),
                said(() -> Findings.referenceReused("17-3"), Code.REFERENCE_REUSED, "17-3"),
                said(() -> Findings.signerUnknown("kid-1"), Code.SIGNER_UNKNOWN, "kid-1"),
                said(() -> Findings.keyNotValid("kid-1", instant), Code.SIGNER_UNKNOWN, "2026-01-12T09:30:00Z"),
                said(() -> Findings.keyRevoked("kid-1", instant), Code.KEY_REVOKED, "2026-01-12T09:30:00Z"),
                said(() -> Findings.signatureInvalid(words), Code.SIGNATURE_INVALID, ""),
                said(() -> Findings.unknownField("/x", "x"), Code.UNKNOWN_FIELD, "x"),
                said(() -> Findings.moreUnknownFields(9), Code.UNKNOWN_FIELD, "9"),
                said(() -> Findings.article5ListMissing(), Code.ARTICLE_5_LIST_MISSING, "5"),
                said(() -> Findings.late(day, day.plusDays(30), day.plusDays(31)), Code.LATE, "2026-02-11"));
    }

    /** The finding is made in the test itself, so that one which is none fails it. */
    private static Arguments said(Supplier<Finding> finding, Code code, String fact) {
        return Arguments.of(finding, code, fact);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("everyFinding")
    void putsItsFactsIntoBothTexts(Supplier<Finding> said, Code code, String fact) {
        Finding finding = said.get();

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.message().ru()).contains(fact).matches("(?s).*[а-я]{4}.*");
        assertThat(finding.message().en())
                .contains(fact)
                .endsWith(Remedies.of(code).en());
    }

    @ParameterizedTest
    @CsvSource({
        "KG, KZ, TJ, 'the channel is that of KG, the signing key is registered for KZ, the text names TJ.'",
        "KG, , TJ, 'the channel is that of KG, the text names TJ.'",
        ", KZ, TJ, 'the signing key is registered for KZ, the text names TJ.'",
        "KG, KZ, , 'the channel is that of KG, the signing key is registered for KZ.'"
    })
    void namesWhoSpokeAsFarAsItIsKnown(
            @Nullable String channel, @Nullable String signer, @Nullable String field, String en) {
        Finding finding = Findings.notYourParty(party(channel), party(signer), party(field));

        assertThat(finding.at()).isEqualTo("/party");
        assertThat(finding.message().en()).startsWith("The sender is not one and the same: " + en);
    }

    @Test
    void saysWhereItIs() {
        Bilingual words = new Bilingual("причина", "a reason");

        assertThat(Findings.duplicateKey("/a/b", "b").at()).isEqualTo("/a/b");
        assertThat(Findings.unexpected("/act", words).at()).isEqualTo("/act");
        assertThat(Findings.missing("/act", words).at()).isEqualTo("/act");
        assertThat(Findings.badCharacters("/reference", words).at()).isEqualTo("/reference");
        assertThat(Findings.unknownField("/x", "x").at()).isEqualTo("/x");
        assertThat(Findings.referenceReused("17-3").at()).isEqualTo("/reference");
        assertThat(Findings.attachmentDigest(2, "00", "ff").at()).isEqualTo("/attachments/2/sha256");
        assertThat(Findings.tooLarge(words).at()).isNull();
    }

    private static @Nullable PartyCode party(@Nullable String code) {
        return code == null ? null : new PartyCode(code);
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
