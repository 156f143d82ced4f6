package io.depository.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.inbox.Worklist;
import io.depository.parties.Channel;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.SigningKey;
import io.depository.testing.TestDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is believed, what is a repeat, and what becomes of a fault of ours. */
class ExaminationTest {

    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");

    private final Office office = Office.open();

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void registersWhatAValidSignatureVouchesFor() {
        JsonNode acknowledgement = answer(office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02));
        assertThat(outcome(acknowledgement)).isEqualTo("registered");
        assertThat(acknowledgement.get("entry").asLong()).isEqualTo(1);
        assertThat(acknowledgement.get("receipt").get("treeSize").asLong()).isEqualTo(2);
    }

    @Test
    void holdsWhatOnlyTheChannelVouchesFor() {
        JsonNode acknowledgement = answer(
                office.receives(Channel.JMS, "KG", Note.completionBy("KG").json(), MON_2026_03_02));
        assertThat(outcome(acknowledgement)).isEqualTo("under-review");
        assertThat(acknowledgement.get("review").get("ru").asString()).isNotBlank();
        assertThat(office.circulars()).isEmpty();
    }

    @Test
    void holdsAWithdrawalAndTheConsentOfAStateWhoseSignatureIsDoubtful() {
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("BY"), "BY", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", MON_2026_03_02);
        long doubtful = office.receivesSigned(Note.completionBy("RU"), "RU", MON_2026_03_02);
        assertThat(outcome(answer(doubtful))).isEqualTo("under-review");
        Instant bound = Instant.parse("2026-05-02T09:00:00Z");
        assertThat(outcome(answer(office.receivesSigned(Note.withdrawalBy("KG"), "KG", bound))))
                .isEqualTo("under-review");
    }

    @Test
    void returnsAWithdrawalThatAsksForTooEarlyADay() {
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("BY"), "BY", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", MON_2026_03_02);
        Instant bound = Instant.parse("2026-05-02T09:00:00Z");
        JsonNode early =
                answer(office.receivesSigned(Note.withdrawalBy("KG").with("effectiveOn", "2026-11-01"), "KG", bound));
        assertThat(codes(early)).containsExactly("SCHEMA");
        assertThat(early.get("errors").get(0).get("at").asString()).isEqualTo("/effectiveOn");
        assertThat(outcome(answer(
                        office.receivesSigned(Note.withdrawalBy("KG").with("effectiveOn", "2026-11-02"), "KG", bound))))
                .isEqualTo("under-review");
    }

    @Test
    void returnsWhatAnUnknownOrForeignKeySigned() {
        SigningKey stranger = SigningKey.of("KG");
        JsonNode unknown =
                answer(office.receives(Channel.JMS, "KG", stranger.sign(Note.completionBy("KG")), MON_2026_03_02));
        assertThat(codes(unknown)).containsExactly("SIGNER_UNKNOWN");
        byte[] foreign = office.directory().keyOf("AM").sign(Note.completionBy("KG"));
        assertThat(codes(answer(office.receives(Channel.JMS, "KG", foreign, MON_2026_03_02))))
                .containsExactly("NOT_YOUR_PARTY");
    }

    @Test
    void answersTheSameBytesWithTheSameLetterWhateverTheChannel() {
        byte[] signed = office.directory().keyOf("KG").sign(Note.completionBy("KG"));
        long first = office.receives(Channel.JMS, "KG", signed, MON_2026_03_02);
        long sameBatch = office.receives(Channel.FILE, "KG", signed, MON_2026_03_02.plusSeconds(5));
        office.examines();
        long later = office.receives(Channel.FILE, "KG", signed, MON_2026_03_02.plusSeconds(86_400 * 400L));
        office.examines();
        byte[] letter = office.answerTo(first).orElseThrow();
        assertThat(office.answerTo(sameBatch).orElseThrow()).isEqualTo(letter);
        assertThat(office.answerTo(later).orElseThrow()).isEqualTo(letter);
        assertThat(office.kinds()).containsExactly("notification-registered");
    }

    @Test
    void decidesTheWholeOfWhatWasTooLargeForAnotherChannel() {
        Note note = Note.bodiesOf("KG").reference("R-8").weighing(70_000);
        long cutOff = office.receivesTooLarge(Channel.JMS, "KG", note.json(), MON_2026_03_02);
        assertThat(codes(answer(cutOff))).containsExactly("TOO_LARGE");
        long again = office.receivesTooLarge(Channel.JMS, "KG", note.json(), MON_2026_03_02);
        office.examines();
        assertThat(office.stateOf(again)).isEqualTo("repeat");
        assertThat(office.answerTo(again).orElseThrow())
                .isEqualTo(office.answerTo(cutOff).orElseThrow());

        long whole = office.receives(Channel.FILE, "KG", note.json(), MON_2026_03_02);
        assertThat(outcome(answer(whole))).isEqualTo("under-review");
        long late = office.receivesTooLarge(Channel.JMS, "KG", note.json(), MON_2026_03_02);
        office.examines();
        assertThat(office.answerTo(late).orElseThrow())
                .as("the whole is decided")
                .isEqualTo(office.answerTo(whole).orElseThrow());

        Note other = Note.bodiesOf("KG").reference("R-8");
        assertThat(codes(answer(office.receives(Channel.FILE, "KG", other.json(), MON_2026_03_02))))
                .containsExactly("REFERENCE_REUSED");
    }

    @Test
    void refusesOtherBytesUnderAUsedReferenceAndDecidesASignedCopyAfresh() {
        Note note = Note.bodiesOf("KG").reference("R-1");
        assertThat(outcome(answer(office.receives(Channel.JMS, "KG", note.json(), MON_2026_03_02))))
                .isEqualTo("under-review");
        Note other = Note.bodiesOf("KG").reference("R-1").withBodies("Another");
        assertThat(codes(answer(office.receivesSigned(other, "KG", MON_2026_03_02))))
                .containsExactly("REFERENCE_REUSED");
        assertThat(outcome(answer(office.receivesSigned(note, "KG", MON_2026_03_02))))
                .isEqualTo("registered");
    }

    @Test
    void letsNobodysMailUseUpAReferenceOrMakeTheRealNoteARepeat() {
        Note note = Note.bodiesOf("KG").reference("R-2");
        Note poison = Note.bodiesOf("KG").reference("R-2").withBodies("Poison");
        assertThat(outcome(answer(office.receivesMail(mail(poison.text()), MON_2026_03_02))))
                .isEqualTo("under-review");
        assertThat(outcome(answer(office.receivesMail(mail(note.text()), MON_2026_03_02))))
                .isEqualTo("under-review");
        long real = office.receives(Channel.JMS, "KG", note.json(), MON_2026_03_02);
        office.examines();
        assertThat(office.stateOf(real)).isEqualTo("under-review");
        assertThat(outcome(answer(office.receivesSigned(note, "KG", MON_2026_03_02))))
                .isEqualTo("registered");
    }

    @Test
    void letsNobodyUseUpAnotherPartysReference() {
        Note note = Note.bodiesOf("KG").reference("R-3");
        assertThat(codes(answer(office.receives(Channel.JMS, "AM", note.json(), MON_2026_03_02))))
                .containsExactly("NOT_YOUR_PARTY");
        assertThat(outcome(answer(office.receivesSigned(note, "KG", MON_2026_03_02))))
                .isEqualTo("registered");
    }

    @Test
    void answersAMailOnlyAtTheRegisteredAddress() {
        long receipt = office.receivesMail(mail(Note.bodiesOf("KG").text()), MON_2026_03_02);
        office.examines();
        assertThat(office.addressesOf(receipt)).containsExactly("mfa@kg.local");
    }

    @Test
    void answersASignedMailThatNamesNoPartyToItsSigner() {
        byte[] signed = office.directory().keyOf("KG").sign(Note.bodiesOf("KG").with("party", "kg"));
        long receipt = office.receivesMail(mail(text(signed)), MON_2026_03_02);
        assertThat(codes(answer(receipt))).containsExactly("SCHEMA");
        assertThat(office.addressesOf(receipt)).containsExactly("mfa@kg.local");

        byte[] unknown = office.directory().keyOf("KG").sign(Note.bodiesOf("XX"));
        long other = office.receivesMail(mail(text(unknown)), MON_2026_03_02);
        assertThat(codes(answer(other))).containsExactly("NOT_YOUR_PARTY", "UNKNOWN_PARTY");
        assertThat(office.addressesOf(other)).containsExactly("mfa@kg.local");
    }

    @Test
    void answersAMailSignedInAnothersNameToItsSignerAloneAndDecidesTheOthersOwnNote() {
        Note note = Note.bodiesOf("KZ").reference("R-5");
        byte[] foreign = office.directory().keyOf("AM").sign(note);
        long receipt = office.receivesMail(mail(text(foreign)), MON_2026_03_02);
        assertThat(codes(answer(receipt))).containsExactly("NOT_YOUR_PARTY");
        assertThat(office.addressesOf(receipt)).containsExactly("mfa@am.local");

        long byQueue = office.receives(Channel.JMS, "KZ", foreign, MON_2026_03_02);
        assertThat(codes(answer(byQueue))).containsExactly("NOT_YOUR_PARTY");
        assertThat(outcome(answer(office.receivesSigned(note.withBodies("Another"), "KZ", MON_2026_03_02))))
                .isEqualTo("registered");
        assertThat(outcome(answer(office.receivesSigned(Note.bodiesOf("AM").reference("R-5"), "AM", MON_2026_03_02))))
                .isEqualTo("registered");
    }

    @Test
    void answersAMailWithoutAReadablePartyToTheOwnerOfItsRevokedKey() {
        SigningKey key = office.directory().keyOf("KG");
        office.directory().register(TestDirectory.revoked(key.registered(), MON_2026_03_02.minusSeconds(60)));
        long receipt =
                office.receivesMail(mail(text(key.sign(Note.bodiesOf("KG").with("party", "kg")))), MON_2026_03_02);
        assertThat(codes(answer(receipt))).containsExactly("KEY_REVOKED", "SCHEMA");
        assertThat(office.addressesOf(receipt)).containsExactly("mfa@kg.local");
    }

    @Test
    void asksTheAuthorOfTwoNotificationsInOneMailAndDecidesNeither() {
        Note one = Note.bodiesOf("KG").reference("R-6");
        Note two = Note.bodiesOf("KG").reference("R-7");
        long receipt = office.receivesMail(mailOf(one.text(), two.text()), MON_2026_03_02);
        JsonNode asked = answer(receipt);
        assertThat(codes(asked)).containsExactly("UNREADABLE_MAIL");
        assertThat(asked.get("party").asString()).isEqualTo("KG");
        assertThat(asked.has("reference")).isFalse();
        assertThat(office.addressesOf(receipt)).containsExactly("mfa@kg.local");
        assertThat(outcome(answer(office.receivesSigned(one, "KG", MON_2026_03_02))))
                .isEqualTo("registered");

        long ofTwo = office.receivesMail(mailOf(two.text(), Note.bodiesOf("AM").text()), MON_2026_03_02);
        office.examines();
        assertThat(office.addressesOf(ofTwo)).isEmpty();
        assertThat(outcome(answer(office.receivesSigned(two.withBodies("Another"), "KG", MON_2026_03_02))))
                .isEqualTo("registered");
    }

    @Test
    void setsAMailWithoutANotificationAside() {
        long receipt = office.receivesMail(mail("Dear colleagues, good morning."), MON_2026_03_02);
        office.examines();
        assertThat(office.stateOf(receipt)).isEqualTo("set-aside");
        assertThat(office.answerTo(receipt)).isEmpty();
    }

    @Test
    void quarantinesAnArrivalOnWhichAFaultOfOursRepeatsAndDecidesTheOthers() {
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        owner.sql("""
                        create function stumble() returns trigger language plpgsql as $$
                        begin raise exception 'a bug of ours'; end $$""").update();
        owner.sql("create trigger stumble before insert on letter for each row when (new.reference = 'R-4')"
                        + " execute function stumble()")
                .update();
        long poisoned = office.receivesSigned(Note.bodiesOf("KG").reference("R-4"), "KG", MON_2026_03_02);
        long good = office.receivesSigned(Note.bodiesOf("AM"), "AM", MON_2026_03_02);
        for (int i = 0; i < 3; i++) {
            owner.sql("update work set not_before = '-infinity'").update();
            office.examines();
        }
        assertThat(office.stateOf(good)).isEqualTo("registered");
        assertThat(office.stateOf(poisoned)).startsWith("quarantined").contains("a bug of ours");
        assertThat(office.answerTo(poisoned)).isEmpty();

        owner.sql("drop trigger stumble on letter").update();
        assertThat(office.bean(Worklist.class).retry(poisoned)).isTrue();
        assertThat(outcome(answer(poisoned))).isEqualTo("registered");
    }

    @Test
    void letsArrivalsWaitForAFaultThatIsNobodysFault() {
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        owner.sql("""
                        create function refuse() returns trigger language plpgsql as $$
                        begin raise exception 'no lock to be had' using errcode = '55P03'; end $$""").update();
        owner.sql("create trigger refuse before insert on letter execute function refuse()")
                .update();
        long alone = office.receivesSigned(Note.bodiesOf("KG"), "KG", MON_2026_03_02);
        for (int i = 0; i < 5; i++) {
            owner.sql("update work set not_before = '-infinity'").update();
            office.examines();
        }
        assertThat(office.stateOf(alone)).startsWith("received");
        owner.sql("drop trigger refuse on letter").update();
        owner.sql("update work set not_before = '-infinity'").update();
        assertThat(outcome(answer(alone))).isEqualTo("registered");
    }

    @Test
    void blamesNoArrivalForABugThatMeetsThemAll() {
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        owner.sql("""
                        create function stumble() returns trigger language plpgsql as $$
                        begin raise exception 'a bug of ours'; end $$""").update();
        owner.sql("create trigger stumble before insert on letter execute function stumble()")
                .update();
        List<Long> arrivals = List.of(
                office.receivesSigned(Note.bodiesOf("KG"), "KG", MON_2026_03_02),
                office.receivesSigned(Note.bodiesOf("AM"), "AM", MON_2026_03_02));
        for (int i = 0; i < 5; i++) {
            owner.sql("update work set not_before = '-infinity'").update();
            office.examines();
        }
        assertThat(arrivals)
                .allSatisfy(arrival -> assertThat(office.stateOf(arrival)).startsWith("received"));
    }

    @Test
    void rehearsesWithoutLeavingATrace() {
        byte[] signed = office.directory().keyOf("KG").sign(Note.completionBy("KG"));
        long before = rows();
        JsonNode rehearsed = office.rehearses(signed);
        assertThat(outcome(rehearsed)).isEqualTo("registered");
        assertThat(rehearsed.get("dryRun").asBoolean()).isTrue();
        assertThat(rehearsed.get("channel").asString()).isEqualTo("dry-run");
        assertThat(rehearsed.has("id") || rehearsed.has("entry") || rehearsed.has("receipt"))
                .isFalse();
        assertThat(rehearsed.toString()).doesNotContain(String.valueOf(Long.MAX_VALUE));
        assertThat(rows()).isEqualTo(before);
        assertThat(outcome(office.rehearses(Note.completionBy("KG").json()))).isEqualTo("under-review");
    }

    private long rows() {
        return office.jdbc()
                .sql("select (select count(*) from receipt) + (select count(*) from decision)"
                        + " + (select count(*) from letter) + (select count(*) from entry)"
                        + " + (select count(*) from used_reference)")
                .query(Long.class)
                .single();
    }

    private JsonNode answer(long receipt) {
        office.examines();
        return office.acknowledgementOf(receipt);
    }

    private static String outcome(JsonNode acknowledgement) {
        return acknowledgement.get("outcome").asString();
    }

    private static List<String> codes(JsonNode acknowledgement) {
        assertThat(outcome(acknowledgement)).isEqualTo("returned");
        return acknowledgement
                .get("errors")
                .valueStream()
                .map(error -> error.get("code").asString())
                .toList();
    }

    private static String text(byte[] jws) {
        return new String(jws, StandardCharsets.US_ASCII);
    }

    private static byte[] mailOf(String one, String two) {
        String part = "--b\r\nContent-Type: application/json\r\n\r\n";
        return ("From: mfa@elsewhere.example\r\nTo: notifications@depository.local\r\nSubject: Notes\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + part + one + "\r\n" + part + two + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mail(String text) {
        return ("From: mfa@elsewhere.example\r\nTo: notifications@depository.local\r\nSubject: Note\r\n"
                        + "Message-ID: <1@elsewhere.example>\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
