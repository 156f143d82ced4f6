package io.depository.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.inbox.Worklist;
import io.depository.register.Verification;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import io.depository.testing.TestDirectory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody may see and ask over HTTP, and that nobody can change anything. */
class HttpTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEED = "/api/agreements/" + Note.AGREEMENT;

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private final Http http = DEPOSITORY.http();

    @BeforeAll
    static void registersSomething() {
        try (Embassy embassy = DEPOSITORY.embassyOf("UZ")) {
            embassy.awaitAcknowledgement(embassy.signs(Note.bodiesOf("UZ"), "jms"), "jms");
        }
    }

    @Test
    void showsTheAgreementWithTheStandingOfItsStates() {
        assertThat(http.json("/api/agreements").path("items").get(0).path("id").asString())
                .isEqualTo(Note.AGREEMENT);
        assertThat(http.json("/api/agreements?limit=1&from=d").path("items").size())
                .as("what begins after c")
                .isZero();
        JsonNode agreement = http.json(SEED);
        assertThat(agreement.path("title").path("ru").asString()).startsWith("Соглашение о сотрудничестве");
        assertThat(agreement.path("signed").path("on").asString()).isEqualTo("2025-06-05");
        assertThat(agreement.path("needed").asInt()).isEqualTo(3);
        assertThat(agreement.path("counted").isInt()).isTrue();
        assertThat(agreement.path("waitingFor").path("en").asString()).isNotBlank();
        assertThat(agreement
                        .path("states")
                        .valueStream()
                        .map(state -> state.path("party").asString()))
                .containsExactlyInAnyOrderElementsOf(TestDirectory.ELEVEN);
        for (JsonNode state : agreement.path("states")) {
            assertThat(state.path("standing").asString())
                    .isIn("entitled", "signatory", "contracting", "party", "withdrawing", "former");
            assertThat(state.path("overlays").isArray()).isTrue();
            assertThat(state.path("effects").isArray()).isTrue();
        }
    }

    @Test
    void givesEntriesInPartsAndProofsThatLeadToTheSignedRoot() {
        String key = http.get("/api/register/key").body().strip();
        JsonNode part = http.json("/api/register/entries?from=0&limit=1");
        assertThat(part.path("entries").size()).isEqualTo(1);
        assertThat(part.path("next").asLong()).isEqualTo(1);
        JsonNode rest = http.json("/api/register/entries?from=1&limit=100000");
        assertThat(rest.path("entries").size()).isPositive().isLessThanOrEqualTo(1000);
        var checkpoint = Verification.checkpoint(
                        http.get("/api/register/checkpoint").body(), key)
                .orElseThrow();
        byte[] record = bytes(rest.path("entries").get(0).path("record"));
        JsonNode proof = http.json("/api/register/proof?index=1&size=" + checkpoint.size());
        assertThat(Verification.inclusion(
                        Verification.leafHash(record), 1, checkpoint.size(), hashes(proof), checkpoint.root()))
                .isTrue();
        byte[] first = Verification.leafHash(bytes(part.path("entries").get(0).path("record")));
        JsonNode consistency = http.json("/api/register/consistency?from=1&to=" + checkpoint.size());
        assertThat(Verification.consistency(1, first, checkpoint.size(), checkpoint.root(), hashes(consistency)))
                .isTrue();
        assertThat(http.json("/api/register/entries?from=1000000")
                        .path("entries")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification-1", "acknowledgement-1", "circular-1", "agreement-1"})
    void publishesItsSchemas(String name) {
        assertThat(http.json("/schemas/" + name + ".json").path("$schema").asString())
                .contains("json-schema.org");
    }

    @Test
    void describesItselfAsOpenApi() {
        JsonNode description = http.json("/v3/api-docs");
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/agreements/{id}", "/api/register/entries", "/api/validate", "/api/routes");
        JsonNode parameters = description.at("/paths/~1api~1agreements/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString() + " "
                                + parameter.path("schema").path("maximum").asString("")))
                .containsExactly("from ", "limit 1000");
    }

    @Test
    void rehearsesAnyFormAndChangesNothing() {
        awaitQuiet();
        Map<String, Long> before = rows();
        Note note = Note.completionBy("KG");
        byte[] signed = DEPOSITORY.sign("KG", note);
        JsonNode registered = validate(signed);
        assertThat(registered.path("outcome").asString()).isEqualTo("registered");
        assertThat(registered.path("dryRun").asBoolean()).isTrue();
        assertThat(registered.path("channel").asString()).isEqualTo("dry-run");
        assertThat(registered.propertyNames()).doesNotContain("id", "entry", "receipt");
        assertThat(registered.path("effects").get(0).path("effect").asString()).isEqualTo("consent-counted");
        assertThat(validate(note.json()).path("outcome").asString()).isEqualTo("under-review");
        assertThat(validate(("Subject: x\r\nContent-Type: application/jose\r\n\r\n" + new String(signed, UTF_8))
                                .getBytes(UTF_8))
                        .path("outcome")
                        .asString())
                .isEqualTo("registered");
        for (String nothing : List.of("", "{", "null", "hello", "Subject: x\r\n\r\nGood morning")) {
            JsonNode returned = validate(nothing.getBytes(UTF_8));
            assertThat(returned.path("outcome").asString()).as(nothing).isEqualTo("returned");
            assertThat(returned.path("errors").size()).as(nothing).isPositive();
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void listsTheRoutes() {
        JsonNode routes = DEPOSITORY.httpAs("viewer").json("/api/routes").path("items");
        assertThat(routes.valueStream().map(route -> route.path("id").asString()))
                .contains(
                        "intake-jms",
                        "intake-file",
                        "intake-mail",
                        "examine-arrivals",
                        "dispatch-jms",
                        "dispatch-file",
                        "dispatch-mail",
                        "announce-falling-due",
                        "watch-keys",
                        "watch-quarantine");
        for (JsonNode route : routes) {
            assertThat(route.path("state").asString()).isEqualTo("started");
            assertThat(route.path("description").asString()).isNotBlank();
        }
    }

    @Test
    void countsForPrometheus() {
        assertThat(http.get("/actuator/prometheus").body())
                .contains(
                        "depository_inbox_receipts{state=\"registered\"}",
                        "depository_inbox_receipts{state=\"quarantined\"}",
                        "depository_inbox_oldest_undone_seconds",
                        "depository_outbox_deliveries{state=\"due\"}",
                        "depository_outbox_deliveries{state=\"failed\"}",
                        "depository_outbox_circulars",
                        "depository_outbox_oldest_due_seconds",
                        "depository_route_exchanges{route=\"intake-jms\"}",
                        "depository_route_failures{route=\"dispatch-mail\"}",
                        "depository_route_inflight{route=\"examine-arrivals\"}",
                        "depository_route_last{route=\"announce-falling-due\"}");
    }

    @Test
    void showsAnArrivalInQuarantineUntilItIsMended() {
        var owner = DEPOSITORY.jdbc();
        owner.sql("""
                        create function stumble() returns trigger language plpgsql as $$
                        begin raise exception 'a bug of ours'; end $$""").update();
        owner.sql("create trigger stumble before insert on letter for each row"
                        + " when (new.reference = 'Q-1' and new.type = 'acknowledgement') execute function stumble()")
                .update();
        try (Embassy embassy = DEPOSITORY.embassyOf("AM")) {
            byte[] sent = embassy.signs(Note.bodiesOf("AM").reference("Q-1"), "file");
            await().atMost(SOON).until(() -> health().path("status").asString().equals("ATTENTION"));
            assertThat(health().path("components").path("inbox").path("status").asString())
                    .isEqualTo("ATTENTION");
            assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(http.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(embassy.acknowledgementsOf(sent, "file")).isEmpty();

            owner.sql("drop trigger stumble on letter").update();
            long receipt = owner.sql("select receipt_id from work where state = 'quarantined'")
                    .query(Long.class)
                    .single();
            assertThat(DEPOSITORY.bean(Worklist.class).retry(receipt)).isTrue();
            assertThat(embassy.awaitAcknowledgement(sent, "file")
                            .path("outcome")
                            .asString())
                    .isEqualTo("registered");
            await().atMost(SOON).until(() -> health().path("status").asString().equals("UP"));
        } finally {
            owner.sql("drop function stumble cascade").update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/agreements",
        "PUT, /api/agreements/cis-heavy-engineering-2025",
        "DELETE, /api/agreements/cis-heavy-engineering-2025",
        "POST, /api/register/entries",
        "DELETE, /api/register/entries",
        "PUT, /api/register/checkpoint",
        "POST, /api/register/key",
        "PUT, /api/validate",
        "DELETE, /api/validate",
        "GET, /api/validate",
        "PUT, /schemas/notification-1.json",
        "POST, /api/routes",
        "POST, /api/routes/intake-jms/stop",
        "POST, /api/routes/intake-jms/start",
        "POST, /api/inbox/1/approve",
        "POST, /api/inbox/1/retry",
        "POST, /api/deliveries/1/retry",
        "POST, /api/parties/KG/keys",
        "POST, /api/parties/KG/keys/x/revoke",
        "PUT, /api/parties/KG/channels",
        "POST, /actuator/health",
        "POST, /actuator/shutdown",
        "POST, /actuator/loggers/ROOT",
        "DELETE, /actuator/prometheus"
    })
    void opensNothingThatChangesState(String method, String path) {
        HttpResponse<String> response = http.send(method, path, "{\"reason\": \"x\"}".getBytes(UTF_8));
        assertThat(response.statusCode()).as(path).isIn(401, 404, 405);
        assertThat(DEPOSITORY.httpAs("viewer").json("/api/routes").path("items").valueStream())
                .allMatch(route -> route.path("state").asString().equals("started"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, /api/agreements/cis-heavy-engineering-2025?asOf=foo",
        "400, /api/agreements/cis-heavy-engineering-2025?asOf=2026-02-30",
        "400, /api/agreements/cis-heavy-engineering-2025?asOf=%2B999999999-12-31",
        "400, /api/agreements/cis-heavy-engineering-2025?asOf=-999999999-01-01",
        "400, /api/agreements/cis-heavy-engineering-2025?knownAt=foo",
        "400, /api/agreements/cis-heavy-engineering-2025?knownAt=2026-03-02",
        "400, /api/agreements/cis-heavy-engineering-2025?knownAt=2999-01-01T00:00:00Z",
        "400, /api/agreements/cis-heavy-engineering-2025?knownAt=-1000000000-01-01T00:00:00Z",
        "400, /api/agreements?limit=0",
        "400, /api/agreements?limit=-1",
        "400, /api/agreements?limit=1001",
        "400, /api/agreements?limit=99999999999",
        "400, /api/agreements?limit=few",
        "404, /api/agreements/no-such-agreement",
        "404, /api/agreements/no-such-agreement?asOf=2026-03-02",
        "404, /api/agreements/%00",
        "404, /nothing",
        "401, /api/nothing",
        "404, /schemas/nothing-1.json",
        "404, /schemas/..%2Fapplication.yml",
        "400, /api/register/entries?from=-1",
        "400, /api/register/entries?limit=-1",
        "400, /api/register/entries?limit=0",
        "400, /api/register/entries?from=foo",
        "400, /api/register/entries?limit=99999999999",
        "400, /api/register/proof",
        "400, /api/register/proof?index=-1",
        "400, /api/register/proof?index=1000000",
        "400, /api/register/proof?index=0&size=1000000",
        "400, /api/register/proof?index=0&size=0",
        "400, /api/register/proof?index=9223372036854775807&size=9223372036854775807",
        "400, /api/register/consistency",
        "400, /api/register/consistency?from=0",
        "400, /api/register/consistency?from=2&to=1",
        "400, /api/register/consistency?from=1&to=1000000"
    })
    void explainsWhatIsWrongWithAQuestion(int status, String path) {
        HttpResponse<String> response = http.get(path);
        // What is no path at all is refused before anybody could explain it.
        if (response.statusCode() == 400 && path.contains("%00") || path.contains("%2F")) {
            assertThat(response.statusCode()).isIn(400, 404);
            return;
        }
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString(""))
                .as(path)
                .contains(" ")
                .doesNotContain("Exception", "java.", "static resource");
    }

    @Test
    void takesDatesAndInstantsAsPeopleWriteThem() {
        assertThat(http.json(SEED + "?asOf=2026-03-02").path("asOf").asString()).isEqualTo("2026-03-02");
        assertThat(http.json(SEED + "?knownAt=2000-01-01T00:00:00Z")
                        .path("treeSize")
                        .asLong())
                .isZero();
        assertThat(http.json(SEED + "?knownAt=2000-01-01T00:00:00%2B03:00")
                        .path("treeSize")
                        .asLong())
                .isZero();
    }

    private JsonNode validate(byte[] bytes) {
        HttpResponse<String> response = http.post("/api/validate", bytes);
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private JsonNode health() {
        return JSON.readTree(http.get("/actuator/health").body());
    }

    private void awaitQuiet() {
        await().atMost(SOON)
                .until(() -> DEPOSITORY
                                .jdbc()
                                .sql("select (select count(*) from fan_out where done_at is null)"
                                        + " + (select count(*) from delivery where state = 'due')"
                                        + " + (select count(*) from work where state = 'received')")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private Map<String, Long> rows() {
        List<String> tables = DEPOSITORY
                .jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("receipt", "decision", "used_reference", "entry");
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    DEPOSITORY
                            .jdbc()
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private static List<byte[]> hashes(JsonNode answer) {
        List<byte[]> hashes = new ArrayList<>();
        answer.path("proof").forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
