package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact.Target;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private final Reader reader = new Reader(Keys.ofMinistries());

    @Test
    void readsAGoodCompletion() {
        Reading reading = read(Notes.aCompletionBy("KG"));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        Notification notification = Objects.requireNonNull(reading.notification());
        assertThat(notification.party()).isEqualTo(new PartyCode("KG"));
        assertThat(notification.act()).isEqualTo(Act.COMPLETION_OF_PROCEDURES);
        assertThat(notification.dated()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(Objects.requireNonNull(notification.basis()).number()).isEqualTo("827");
        assertThat(notification.authorizedBodies())
                .singleElement()
                .satisfies(body -> assertThat(body.name().en()).isEqualTo("Ministry of Economy and Commerce"));
        assertThat(reading.heading().reference()).isEqualTo("17-3/1482");
        assertThat(Objects.requireNonNull(reading.draft()).given()).contains("basis", "authorizedBodies");
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"version", "depository", "reference", "party", "agreement", "act", "dated"})
    void refusesANotificationWithoutARequiredMember(String member) {
        assertSchema(read(Notes.with(member, null)), "/" + member);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            version | "2"
            version | 1
            version | null
            depository | ""
            depository | "cis\\u0000"
            reference | ""
            reference | 17
            reference | "a\\u0007b"
            reference | "a\\u202Eb"
            reference | "a\\u200Bb"
            reference | "a\\u2028b"
            reference | "e\\u0301"
            reference | "\\uFDD0"
            reference | "12345678901234567890123456789012345678901234567890123456789012345"
            party | "kg"
            party | "KGZ"
            party | "KG\\n"
            party | "К\\u0413"
            party | ["KG"]
            agreement | {}
            agreement | "a\\u00ADb"
            act | "Accession"
            act | "denunciation"
            act | true
            dated | "2026-02-29"
            dated | "2026-1-2"
            dated | "12.01.2026"
            dated | "2026-01-12T00:00:00Z"
            dated | "0000-01-01"
            dated | "2026-01-12\\n"
            dated | 20260112
            changedOn | "2026-13-01"
            effectiveOn | null
            basis | "Закон"
            authorizedBodies | {}
            refersTo | "17"
            reservation | "no"
            statement | ["x"]
            attachments | "x"
            """)
    void refusesAMemberThatIsNotAsExpected(String member, String value) {
        assertSchema(read(Notes.with(member, value)), "/" + member);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            basis | {"title": "x", "number": "1", "dated": "2025-02-30"} | /basis/dated
            basis | {"title": "x", "number": 827, "dated": "2025-12-24"} | /basis/number
            basis | {"title": "x", "dated": "2025-12-24"} | /basis/number
            authorizedBodies | ["x"] | /authorizedBodies/0
            authorizedBodies | [{"name": {"ru": "М", "en": "M"}}, {"name": {"ru": "М"}}] | /authorizedBodies/1/name/en
            authorizedBodies | [{"name": {"ru": "М", "en": ""}}] | /authorizedBodies/0/name/en
            authorizedBodies | [{"name": {"ru": "М", "en": "M"}, "email": "a@b\\r\\nBcc: c"}] | /authorizedBodies/0/email
            refersTo | {"party": "KG"} | /refersTo/reference
            refersTo | {"reference": "17", "party": "kz"} | /refersTo/party
            statement | {"ru": "\\u0000"} | /statement/ru
            statement | {"en": 1} | /statement/en
            attachments | [{"fileName": "a", "mediaType": "b", "content": ""}] | /attachments/0/sha256
            """)
    void pointsIntoTheMember(String member, String value, String pointer) {
        assertSchema(read(Notes.with(member, value)), pointer);
    }

    @ParameterizedTest
    @CsvSource({"*?!", "QUJ", "QUI\\nDRA=="})
    void refusesAttachmentsThatAreNotBase64(String content) {
        Reading reading = read(Notes.with("attachments", attachment("a.pdf", "0".repeat(64), content)));

        if (content.equals("QUJ")) {
            assertThat(reading.errors()).as("padding left out is harmless").isEmpty();
        } else {
            assertSchema(reading, "/attachments/0/content");
        }
    }

    @Test
    void countsAReferenceInCharacters() {
        assertThat(read(Notes.with("reference", "\"" + "№".repeat(64) + "\"")).errors())
                .isEmpty();
        assertThat(read(Notes.with("reference", "\"" + "𝟙".repeat(64) + "\"")).errors())
                .isEmpty();
        assertSchema(read(Notes.with("reference", "\"" + "𝟙".repeat(65) + "\"")), "/reference");
    }

    @Test
    void takesAnotherPartysNoteAsTarget() {
        Reading own = read(Notes.with("refersTo", "{\"reference\": \"5\"}"));
        Reading others = read(Notes.with("refersTo", "{\"reference\": \"5\", \"party\": \"KZ\"}"));

        assertThat(Objects.requireNonNull(own.notification()).refersTo())
                .isEqualTo(new Target(new PartyCode("KG"), "5"));
        assertThat(Objects.requireNonNull(others.notification()).refersTo())
                .isEqualTo(new Target(new PartyCode("KZ"), "5"));
    }

    @Test
    void remarksOnUnknownMembersAndRefusesNothing() {
        Reading reading = read(
                Notes.with(
                        "basis",
                        "{\"title\":\"x\",\"number\":\"1\",\"dated\":\"2025-12-24\",\"a/b~c\":{\"deep\":1e999999999}}, \"note\":[1,{}]"));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.notification()).isNotNull();
        assertThat(reading.warnings())
                .extracting(warning -> warning.code() + " " + warning.at())
                .containsExactly("UNKNOWN_FIELD /basis/a~1b~0c", "UNKNOWN_FIELD /note");
    }

    @Test
    void tellsManyUnknownMembersByTheirNumber() {
        StringBuilder many = new StringBuilder("1");
        for (int i = 0; i < 10_000; i++) {
            many.append(", \"x").append(i).append("\": 1");
        }
        Reading reading = read(Notes.with("x", many.toString()));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).hasSize(51);
        assertThat(reading.warnings().get(50).message().en()).contains("9951 more");
    }

    @Test
    void findsAllDefectsOfFormAndKeepsWhatIsWellFormed() {
        Reading reading = read("""
                {"version": "1", "depository": "elsewhere", "reference": "", "party": "KG", "agreement": "a",
                 "act": "accession", "dated": "2026-02-30", "basis": {"dated": "2030-01-01"}}""");

        assertThat(reading.errors())
                .extracting(Finding::at)
                .containsExactlyInAnyOrder("/reference", "/dated", "/basis/title", "/basis/number");
        var draft = Objects.requireNonNull(reading.draft());
        assertThat(draft.depository()).isEqualTo("elsewhere");
        assertThat(draft.party()).isEqualTo(new PartyCode("KG"));
        assertThat(draft.act()).isEqualTo(Act.ACCESSION);
        assertThat(draft.reference()).isNull();
        assertThat(draft.dates()).containsOnlyKeys("/basis/dated");
        assertThat(reading.notification()).isNull();
        assertThat(reading.heading().party()).isEqualTo("KG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "1e999999999", "true", "[{\"party\": \"KG\"}]"})
    void refusesJsonThatIsNoObject(String json) {
        Reading reading = read(json);

        assertSchema(reading, "");
        assertThat(reading.heading().party()).isNull();
    }

    @Test
    void saysWhatAnActNeedsByARuleAndNotTwice() {
        assertThat(read(Notes.with("act", "\"accession\"")).errors()).isEmpty();
        assertThat(read(Notes.with("act", "\"authorized-bodies\"")).errors()).isEmpty();
    }

    private static String attachment(String name, String digest, String content) {
        return "[{\"fileName\":\"" + name + "\",\"mediaType\":\"application/pdf\",\"sha256\":\"" + digest
                + "\",\"content\":\"" + content + "\"}]";
    }

    private Reading read(String json) {
        return reader.read(Notes.byJms("KG", Notes.utf8(json)));
    }

    private static void assertSchema(Reading reading, String pointer) {
        List<Finding> errors = reading.errors();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(Code.SCHEMA);
            assertThat(error.at()).isEqualTo(pointer);
            assertThat(error.message().ru()).matches("(?s).*[а-я]{4}.*").doesNotContain("другое значение");
            assertThat(error.message().en()).isNotBlank();
        });
        assertThat(reading.notification()).isNull();
    }
}
