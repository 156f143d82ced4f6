package io.depository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.register.InclusionReceipt;
import io.depository.register.Verification;
import io.depository.testing.DepositoryMailbox;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import io.depository.testing.TestDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a treaty as its states live through it, over JMS, files and mail, on the running depository. */
class TreatyScenarioTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SHOWN = "/api/agreements/" + Note.AGREEMENT;

    private final RunningDepository depository = RunningDepository.fresh();
    private final Map<String, Embassy> embassies = new LinkedHashMap<>();

    @AfterEach
    void closes() {
        embassies.values().forEach(Embassy::close);
        depository.close();
    }

    @Test
    void tellsTheLifeOfATreatyOverThreeChannels() {
        // Three ministries speak, each by another channel; one accedes, one forgets to sign.
        byte[] first = embassy("KG").signs(Note.completionBy("KG").dated(today()), "jms");
        JsonNode kyrgyz = embassy("KG").awaitAcknowledgement(first, "jms");
        assertThat(kyrgyz.path("outcome").asString()).isEqualTo("registered");
        assertThat(kyrgyz.path("entry").asLong()).isEqualTo(1);
        assertThat(effects(kyrgyz))
                .contains("consent-counted KG " + kyrgyz.path("receivedOn").asString());

        byte[] accession = embassy("MD").signs(Note.accessionBy("MD").dated(today()), "file");
        JsonNode moldovan = embassy("MD").awaitAcknowledgement(accession, "file");
        assertThat(moldovan.path("outcome").asString()).isEqualTo("registered");
        assertThat(effects(moldovan)).containsExactly("entry-into-force-for-party MD null");

        byte[] second = embassy("BY").signs(Note.completionBy("BY").dated(today()), "file");
        assertThat(outcome(embassy("BY").awaitAcknowledgement(second, "file"))).isEqualTo("registered");

        Note kazakh = Note.completionBy("KZ").dated(today());
        embassy("KZ").sends(kazakh.json(), "mail");
        JsonNode unsigned = embassy("KZ").awaitAcknowledgement(kazakh.json(), "mail");
        assertThat(outcome(unsigned)).isEqualTo("under-review");
        assertThat(depository.http().json(SHOWN).path("counted").asInt()).isEqualTo(2);

        byte[] third = embassy("KZ").signs(kazakh, "mail");
        JsonNode last = embassy("KZ").awaitAcknowledgement(third, "mail");
        LocalDate reached = LocalDate.parse(last.path("receivedOn").asString());
        LocalDate force = reached.plusDays(30);
        assertThat(effects(last))
                .contains(
                        "consent-counted KZ " + reached,
                        "threshold-reached - " + reached,
                        "entry-into-force - " + force,
                        "entry-into-force-for-party BY " + force,
                        "entry-into-force-for-party KG " + force,
                        "entry-into-force-for-party KZ " + force,
                        "entry-into-force-for-party MD " + force);

        everybodyIsTold(
                "notification-registered",
                "notification-registered",
                "notification-registered",
                "notification-registered",
                "threshold-reached");

        whatChangesNothing(first);

        byte[] fourth = embassy("TJ").signs(Note.completionBy("TJ").dated(today()), "jms");
        JsonNode later = embassy("TJ").awaitAcknowledgement(fourth, "jms");
        LocalDate forTajikistan =
                LocalDate.parse(later.path("receivedOn").asString()).plusDays(30);
        assertThat(effects(later)).contains("entry-into-force-for-party TJ " + forTajikistan);

        // The calendar runs ahead: the day is told, once, with the right date and its parties.
        depository.restart(Period.ofDays(31));
        Http http = depository.http();
        everybodyIsTold(
                "notification-registered",
                "notification-registered",
                "notification-registered",
                "notification-registered",
                "notification-registered",
                "threshold-reached",
                "entered-into-force");
        JsonNode alert = circular("AM", 6);
        assertThat(effects(alert))
                .contains(
                        "entry-into-force - " + force,
                        "entry-into-force-for-party BY " + force,
                        "entry-into-force-for-party KG " + force,
                        "entry-into-force-for-party KZ " + force,
                        "entry-into-force-for-party MD " + force);
        depository.restart(Period.ofDays(31));
        theRegisterCanBeChecked(kyrgyz);
        assertThat(circularsIssued()).isEqualTo(7);

        // One more joins after the day was told, and is told apart.
        byte[] fifth = embassy("UZ").signs(Note.completionBy("UZ").dated(today()), "mail");
        assertThat(outcome(embassy("UZ").awaitAcknowledgement(fifth, "mail"))).isEqualTo("registered");
        await().atMost(SOON).until(() -> embassy("AM").kinds("file").contains("entered-into-force-for-party"));
        assertThat(circularsIssued()).isEqualTo(9);
        http = depository.http();
        assertThat(standing(http.json(SHOWN), "KG")).isEqualTo("party");
        assertThat(standing(http.json(SHOWN + "?asOf=" + force), "KG")).isEqualTo("party");
        assertThat(standing(http.json(SHOWN + "?asOf=" + force.minusDays(1)), "KG"))
                .isEqualTo("contracting");
        assertThat(standing(http.json(SHOWN + "?asOf=" + force.minusDays(1)), "AM"))
                .isEqualTo("signatory");
        JsonNode before = http.json(SHOWN + "?asOf=" + force + "&knownAt="
                + Instant.parse(kyrgyz.path("receivedAt").asString()).minusSeconds(1));
        assertThat(before.path("counted").asInt()).isZero();
        assertThat(before.has("entryIntoForce")).isFalse();
        assertThat(http.json(SHOWN).path("entryIntoForce").asString()).isEqualTo(force.toString());
    }

    /** A repeat, a doubtful signatory, a withdrawal, a broken signature and a used reference. */
    private void whatChangesNothing(byte[] first) {
        String answered = embassy("KG").acknowledgementTextsOf(first, "jms").get(0);
        embassy("KG").sends(first, "file");
        assertThat(embassy("KG").awaitAcknowledgements(first, "file", 1)).containsExactly(answered);
        embassy("KG").sends(first, "mail");
        assertThat(embassy("KG").awaitAcknowledgements(first, "mail", 1)).containsExactly(answered);

        byte[] doubtful = embassy("RU").signs(Note.completionBy("RU").dated(today()), "jms");
        assertThat(outcome(embassy("RU").awaitAcknowledgement(doubtful, "jms"))).isEqualTo("under-review");

        byte[] withdrawal = embassy("BY").signs(Note.withdrawalBy("BY").dated(today()), "jms");
        JsonNode early = embassy("BY").awaitAcknowledgement(withdrawal, "jms");
        assertThat(codes(early)).containsExactly("OUT_OF_ORDER");

        byte[] forged = depository.sign("TJ", Note.completionBy("TJ").dated(today()));
        forged[forged.length - 20] = (byte) (forged[forged.length - 20] == 'A' ? 'B' : 'A');
        embassy("TJ").sends(forged, "file");
        assertThat(codes(embassy("TJ").awaitAcknowledgement(forged, "file"))).containsExactly("SIGNATURE_INVALID");

        String used = JSON.readTree(answered).path("reference").asString();
        byte[] other = embassy("KG").signs(Note.bodiesOf("KG").reference(used).dated(today()), "jms");
        assertThat(codes(embassy("KG").awaitAcknowledgement(other, "jms"))).containsExactly("REFERENCE_REUSED");
    }

    private void theRegisterCanBeChecked(JsonNode acknowledgement) {
        Http http = depository.http();
        String key = http.get("/api/register/key").body();
        List<byte[]> leaves = new ArrayList<>();
        JsonNode entries = http.json("/api/register/entries").path("entries");
        assertThat(entries).isNotEmpty();
        for (JsonNode entry : entries) {
            byte[] record = bytes(entry.path("record"));
            assertThat(Verification.leafHash(record)).isEqualTo(bytes(entry.path("leafHash")));
            leaves.add(record);
        }
        JsonNode receipt = acknowledgement.path("receipt");
        byte[] record = leaves.get(acknowledgement.path("entry").asInt());
        assertThat(Verification.receipt(record, inclusion(receipt), key)).isTrue();
        var newest = Verification.checkpoint(
                        http.get("/api/register/checkpoint").body(), key)
                .orElseThrow();
        assertThat(newest.size()).isEqualTo(leaves.size());
        JsonNode consistency = http.json(
                "/api/register/consistency?from=" + receipt.path("treeSize").asLong() + "&to=" + newest.size());
        assertThat(Verification.consistency(
                        receipt.path("treeSize").asLong(),
                        bytes(receipt.path("rootHash")),
                        newest.size(),
                        newest.root(),
                        hashes(consistency.path("proof"))))
                .isTrue();
        JsonNode proof = http.json("/api/register/proof?index=1&size=" + newest.size());
        assertThat(Verification.inclusion(
                        Verification.leafHash(leaves.get(1)),
                        1,
                        newest.size(),
                        hashes(proof.path("proof")),
                        newest.root()))
                .isTrue();
    }

    @Test
    void tellsWhatFellDueBeforeItLookedAndEachLaterPartyApart() {
        // The mail server took these while nobody looked into the mailbox.
        Instant now = Instant.now();
        Instant thirdAt = now.minus(Duration.ofDays(40));
        mails("KG", Note.completionBy("KG"), now.minus(Duration.ofDays(50)));
        mails("AM", Note.completionBy("AM"), now.minus(Duration.ofDays(45)));
        mails("UZ", Note.completionBy("UZ"), thirdAt);
        mails("TJ", Note.completionBy("TJ"), now.minus(Duration.ofDays(35)));
        byte[] accession = embassy("TM").signs(Note.accessionBy("TM"), "jms");
        JsonNode turkmen = embassy("TM").awaitAcknowledgement(accession, "jms");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                depository.http().json(SHOWN).path("counted").asInt())
                        .isEqualTo(4));
        LocalDate force = LocalDate.ofInstant(thirdAt, java.time.ZoneId.of("Europe/Minsk"))
                .plusDays(30);
        JsonNode shown = depository.http().json(SHOWN);
        assertThat(shown.path("entryIntoForce").asString()).isEqualTo(force.toString());
        assertThat(standing(shown, "TJ")).isEqualTo("party");
        assertThat(standing(shown, "TM")).isEqualTo("contracting");

        await().atMost(SOON).until(() -> embassy("MD").kinds("jms").contains("entered-into-force-for-party"));
        List<JsonNode> told =
                embassy("MD").circulars("jms").stream().map(JSON::readTree).toList();
        assertThat(kindsOf(told)).doesNotContain("entry-into-force-due");
        assertThat(kindsOf(told)).containsOnlyOnce("entered-into-force", "entered-into-force-for-party");
        assertThat(effects(one(told, "entered-into-force"))).contains("entry-into-force - " + force);
        assertThat(effects(one(told, "entered-into-force-for-party")))
                .containsExactly("entry-into-force-for-party TJ " + force.plusDays(5));

        // A party withdraws: two members of staff must look at it first.
        byte[] withdrawal = embassy("KG").signs(Note.withdrawalBy("KG").dated(today()), "file");
        assertThat(outcome(embassy("KG").awaitAcknowledgement(withdrawal, "file")))
                .isEqualTo("under-review");
        assertThat(standing(depository.http().json(SHOWN), "KG")).isEqualTo("party");

        // The day of the last one comes.
        depository.restart(Period.ofDays(31));
        LocalDate later = LocalDate.parse(turkmen.path("receivedOn").asString()).plusDays(30);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(effects(last(embassy("MD").circulars("jms"))))
                        .containsExactly("entry-into-force-for-party TM " + later));
        assertThat(standing(depository.http().json(SHOWN), "TM")).isEqualTo("party");
    }

    private void mails(String party, Note note, Instant receivedAt) {
        String date = LocalDate.ofInstant(receivedAt, java.time.ZoneOffset.UTC).toString();
        String jws = new String(depository.sign(party, note.dated(date)), StandardCharsets.US_ASCII);
        DepositoryMailbox mailbox = depository.mailbox();
        mailbox.append(
                ("From: mfa@" + party.toLowerCase(java.util.Locale.ROOT) + ".local\r\n"
                                + "To: notifications@depository.local\r\nSubject: Note\r\n\r\n" + jws + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                receivedAt.truncatedTo(ChronoUnit.SECONDS));
    }

    /** All eleven states have these circulars on all three channels, the same bytes for all. */
    private void everybodyIsTold(String... kinds) {
        for (String channel : Embassy.CHANNELS) {
            Set<List<String>> different = new HashSet<>();
            for (String party : TestDirectory.ELEVEN) {
                await(party + " is told by " + channel)
                        .atMost(SOON)
                        .until(() -> embassy(party).circulars(channel).size() >= kinds.length);
                assertThat(embassy(party).kinds(channel)).containsExactlyInAnyOrder(kinds);
                different.add(embassy(party).circulars(channel).stream()
                        .map(String::strip)
                        .toList());
            }
            assertThat(different).hasSize(1);
        }
    }

    private JsonNode circular(String party, int place) {
        return JSON.readTree(embassy(party).circulars("jms").get(place));
    }

    private long circularsIssued() {
        return depository
                .jdbc()
                .sql("select count(*) from letter where type = 'circular'")
                .query(Long.class)
                .single();
    }

    private Embassy embassy(String party) {
        return embassies.computeIfAbsent(party, depository::embassyOf);
    }

    private static String today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Minsk")).toString();
    }

    private static String outcome(JsonNode acknowledgement) {
        return acknowledgement.path("outcome").asString();
    }

    private static List<String> codes(JsonNode acknowledgement) {
        assertThat(outcome(acknowledgement)).isEqualTo("returned");
        return acknowledgement
                .path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private static String standing(JsonNode agreement, String party) {
        return agreement
                .path("states")
                .valueStream()
                .filter(state -> state.path("party").asString().equals(party))
                .map(state -> state.path("standing").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> kindsOf(List<JsonNode> circulars) {
        return circulars.stream()
                .map(circular -> circular.path("kind").asString())
                .toList();
    }

    private static JsonNode one(List<JsonNode> circulars, String kind) {
        return circulars.stream()
                .filter(circular -> circular.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode last(List<String> letters) {
        return JSON.readTree(letters.get(letters.size() - 1));
    }

    private static List<String> effects(JsonNode letter) {
        return letter.path("effects")
                .valueStream()
                .map(effect -> effect.path("effect").asString() + " "
                        + effect.path("party").asString("-") + " "
                        + effect.path("on").asString("null"))
                .toList();
    }

    private static InclusionReceipt inclusion(JsonNode receipt) {
        return new InclusionReceipt(
                bytes(receipt.path("record")),
                bytes(receipt.path("leafHash")),
                receipt.path("index").asLong(),
                receipt.path("treeSize").asLong(),
                bytes(receipt.path("rootHash")),
                hashes(receipt.path("inclusionProof")),
                new String(bytes(receipt.path("checkpoint")), StandardCharsets.UTF_8));
    }

    private static List<byte[]> hashes(JsonNode list) {
        return list.valueStream().map(TreatyScenarioTest::bytes).toList();
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
