package io.depository.examination;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.parties.Channel;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.SigningKey;
import io.depository.testing.TestDirectory;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every code of the contract as its sender gets it: in an acknowledgement, said in both languages. The agreement has been
 * in force for Kyrgyzstan, Belarus and Kazakhstan since 1 April 2026; each case is by a state that no other disturbs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorCodesTest {

    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant MON_2026_05_04 = Instant.parse("2026-05-04T09:00:00Z");

    private final Office office = Office.open();
    private final TestDirectory directory = office.directory();

    @BeforeAll
    void bringsTheAgreementIntoForce() {
        for (String party : List.of("KG", "BY", "KZ")) {
            office.receivesSigned(Note.completionBy(party).reference("CONSENT"), party, MON_2026_03_02);
        }
        office.receivesSigned(Note.bodiesOf("TJ").reference("USED"), "TJ", MON_2026_03_02);
        office.examines();
    }

    @AfterAll
    void closes() {
        office.close();
    }

    /** A notification, how it arrives, and what its sender is told. */
    private record Case(Arriving arriving, Code... expected) {}

    private interface Arriving {
        long at(ErrorCodesTest here);
    }

    private static Case of(Arriving arriving, Code... expected) {
        return new Case(arriving, expected);
    }

    private static List<Case> cases() {
        return List.of(
                of(here -> here.signed(Note.completionBy("DE")), Code.NOT_ENTITLED),
                of(here -> here.signed(Note.of("UZ", "ratification")), Code.ACT_NOT_ALLOWED),
                of(here -> here.signed(Note.accessionBy("UZ")), Code.ACT_NOT_ALLOWED),
                of(here -> here.signed(Note.completionBy("BY")), Code.ALREADY_DONE),
                of(here -> here.signed(Note.withdrawalBy("UZ")), Code.OUT_OF_ORDER),
                of(here -> here.signed(Note.completionBy("MD")), Code.OUT_OF_ORDER),
                of(here -> here.signed(revocation("UZ", "CONSENT")), Code.NOTHING_TO_REVOKE),
                of(here -> here.signed(revocation("KG", "CONSENT")), Code.TOO_LATE_TO_REVOKE),
                of(here -> here.byQueue("UZ", Note.bodiesOf("FR").json()), Code.NOT_YOUR_PARTY, Code.UNKNOWN_PARTY),
                of(here -> here.byQueue("UZ", Note.bodiesOf("AM").json()), Code.NOT_YOUR_PARTY),
                of(here -> here.signed(Note.bodiesOf("UZ").with("depository", "another")), Code.WRONG_DEPOSITORY),
                of(here -> here.signed(Note.bodiesOf("UZ").with("agreement", "another")), Code.UNKNOWN_AGREEMENT),
                of(here -> here.signed(Note.bodiesOf("UZ").dated("2026-05-06")), Code.DATED_IN_FUTURE),
                of(here -> here.signed(Note.bodiesOf("UZ").with("version", "2")), Code.SCHEMA),
                of(here -> here.signed(Note.of("UZ", "declaration").with("effectiveOn", "soon")), Code.SCHEMA),
                of(here -> here.signed(Note.of("UZ", "declaration").with("reservation", "none")), Code.SCHEMA),
                of(here -> here.signed(Note.bodiesOf("TJ").reference("USED").withBodies("?")), Code.REFERENCE_REUSED),
                of(here -> here.signed(withAForeignDigest(Note.accessionBy("MD"))), Code.ATTACHMENT_DIGEST),
                of(ErrorCodesTest::signedByARevokedKey, Code.KEY_REVOKED),
                of(ErrorCodesTest::signedForAnotherText, Code.SIGNATURE_INVALID),
                of(here -> here.byQueue("UZ", SigningKey.of("UZ").sign(Note.bodiesOf("UZ"))), Code.SIGNER_UNKNOWN),
                of(ErrorCodesTest::tooLarge, Code.TOO_LARGE),
                of(
                        here -> here.byQueue("UZ", "{\"party\":\"UZ\",\"party\":\"UZ\"}".getBytes(UTF_8)),
                        Code.DUPLICATE_KEY),
                of(here -> here.byQueue("UZ", "{\"party\":\"UZ\"".getBytes(UTF_8)), Code.SYNTAX),
                of(here -> here.byFile("UZ", mail("Good morning.", "Good evening.")), Code.NO_NOTIFICATION_FOUND),
                of(
                        here -> here.byFile(
                                "UZ",
                                mail(
                                        Note.bodiesOf("UZ").text(),
                                        Note.bodiesOf("UZ").text())),
                        Code.UNREADABLE_MAIL));
    }

    static Stream<Arguments> everyCase() {
        return cases().stream().map(one -> Arguments.of(Arrays.toString(one.expected()), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void tellsTheSenderInBothLanguages(String codes, Case expected) {
        long receipt = expected.arriving().at(this);
        office.examines();

        JsonNode acknowledgement = office.acknowledgementOf(receipt);

        assertThat(acknowledgement.get("outcome").asString()).isEqualTo("returned");
        assertThat(acknowledgement.has("entry")).isFalse();
        List<JsonNode> errors = acknowledgement.get("errors").valueStream().toList();
        assertThat(errors)
                .extracting(error -> Code.valueOf(error.get("code").asString()))
                .containsExactly(expected.expected());
        for (JsonNode error : errors) {
            String ru = error.get("message").get("ru").asString();
            String en = error.get("message").get("en").asString();
            assertThat(ru).matches("(?s).*[а-я]{4}.*");
            assertThat(en).isNotBlank().doesNotContainPattern("[а-яА-Я]");
            assertThat(sentences(ru)).doesNotHaveDuplicates();
            assertThat(sentences(en)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void leavesNoCodeOut() {
        Set<Code> told = new HashSet<>();
        cases().forEach(one -> told.addAll(List.of(one.expected())));

        assertThat(Code.values())
                .filteredOn(code -> !code.isWarning() && code != Code.RETURNED_BY_STAFF)
                .allMatch(told::contains);
    }

    /** The law's reason may name the right act; the general advice after it must neither repeat nor contradict that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ratification  | Please send the act completion-of-procedures, and name the domestic act in the field basis. \
            If another act was meant, send the notification again under a new reference.
            succession    | Please consent: by completion of procedures or by accession. \
            Whatever the state sends next needs a new reference.
            """)
    void givesAdviceOnce(String act, String end) {
        JsonNode acknowledgement = office.rehearses(Note.of("UZ", act).json());

        assertThat(acknowledgement.get("errors").valueStream().toList())
                .singleElement()
                .extracting(error -> error.get("message").get("en").asString())
                .asString()
                .endsWith(end);
    }

    @Test
    void saysOnceToCheckWhatARevocationRefersTo() {
        JsonNode acknowledgement = office.rehearses(revocation("UZ", "CONSENT").json());

        assertThat(acknowledgement.get("errors").get(0).get("message").get("en").asString())
                .containsOnlyOnce("refersTo");
        assertThat(acknowledgement.get("errors").get(0).get("message").get("ru").asString())
                .containsOnlyOnce("refersTo");
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("(?<=\\.) "));
    }

    private long signed(Note note) {
        String party = note.party();
        return office.receivesSigned(note, party, MON_2026_05_04);
    }

    private long byQueue(String party, byte[] bytes) {
        return office.receives(Channel.JMS, party, bytes, MON_2026_05_04);
    }

    private long byFile(String party, byte[] bytes) {
        return office.receives(Channel.FILE, party, bytes, MON_2026_05_04);
    }

    private long signedByARevokedKey() {
        SigningKey key = SigningKey.of("UZ");
        directory.register(TestDirectory.revoked(key.registered(), MON_2026_03_02));
        return byQueue("UZ", key.sign(Note.bodiesOf("UZ")));
    }

    private long signedForAnotherText() {
        SigningKey key = directory.keyOf("UZ");
        String[] one = new String(key.sign(Note.bodiesOf("UZ")), US_ASCII).split("\\.");
        String[] other = new String(key.sign(Note.bodiesOf("UZ")), US_ASCII).split("\\.");
        return byQueue("UZ", (one[0] + "." + one[1] + "." + other[2]).getBytes(US_ASCII));
    }

    private long tooLarge() {
        byte[] bytes = Note.bodiesOf("UZ").weighing(70_000).json();
        return office.receivesTooLarge(Channel.JMS, "UZ", bytes, MON_2026_05_04);
    }

    private static Note revocation(String party, String reference) {
        return Note.of(party, "revocation").with("refersTo", Map.of("reference", reference));
    }

    private static Note withAForeignDigest(Note note) {
        return note.with(
                "attachments",
                List.of(Map.of(
                        "fileName",
                        "accession.txt",
                        "mediaType",
                        "text/plain",
                        "sha256",
                        "0".repeat(64),
                        "content",
                        "QWNjZXNzaW9u")));
    }

    private static byte[] mail(String one, String two) {
        String part = "--b\r\nContent-Type: text/plain\r\n\r\n";
        return ("From: mfa@uz.local\r\nTo: notifications@depository.local\r\nSubject: Notes\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part + one + "\r\n" + part + two
                        + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }
}
