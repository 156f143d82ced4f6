package io.depository.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only staff may see and do over HTTP, and that each sees and does no more than the role allows. */
class StaffTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();

    private final Http viewer = DEPOSITORY.httpAs("viewer");
    private final Http registrar = DEPOSITORY.httpAs("registrar");

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/inbox", "/api/inbox/1", "/api/inbox/1/raw", "/api/deliveries", "/api/routes", "/api/audit"
            })
    void asksForALogin(String path) {
        HttpResponse<String> response = DEPOSITORY.http().get(path);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=");
        assertIsAProblem(response, 401);
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"viewer, wrong", "nobody, demo", "VIEWER, demo", "viewer, ''", "'', ''"})
    void knowsNobodyElse(String name, String password) {
        HttpResponse<String> response = DEPOSITORY.http().as(name, password).get("/api/inbox");
        assertThat(response.statusCode()).isEqualTo(401);
        assertIsAProblem(response, 401);
    }

    @Test
    void leavesNothingBelowApiOpenThatIsNotMeantToBe() {
        List<String> open = List.of(
                "/api/agreements",
                "/api/register",
                "/api/validate",
                "/api/key-notices",
                "/api/circulars/",
                "/api/calendar.ics",
                "/api/feed.atom",
                "/api/parties/{party}/calendar.ics",
                "/api/parties/{party}/feed.atom");
        DEPOSITORY
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String pattern : mapping.getPatternValues()) {
                        if (pattern.startsWith("/api/") && open.stream().noneMatch(pattern::startsWith)) {
                            assertThat(statusOf(handler, pattern)).as(pattern).isEqualTo(401);
                        }
                    }
                });
    }

    private int statusOf(HandlerMethod handler, String pattern) {
        String path = pattern.replaceAll("\\{[^}]*}", "1");
        boolean reads = Optional.ofNullable(
                        handler.getMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class))
                .isPresent();
        return DEPOSITORY.http().send(reads ? "GET" : "POST", path, new byte[0]).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/inbox/1/approve",
                "/api/inbox/1/return",
                "/api/inbox/1/retry",
                "/api/deliveries/1/retry",
                "/api/routes/dispatch-file/stop"
            })
    void letsAViewerChangeNothing(String path) {
        long before = lines();
        assertIsAProblem(viewer.because(path, "because I can"), 403);
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void takesNothingFromAnotherSitesPage() {
        assertIsAProblem(
                registrar.with("Sec-Fetch-Site", "cross-site").because("/api/routes/watch-quarantine/stop", "x"), 403);
        assertThat(stateOf("watch-quarantine")).isEqualTo("started");
    }

    @Test
    void listsWhatArrivedAndGivesItsExactBytes() {
        try (Embassy embassy = DEPOSITORY.embassyOf("TM")) {
            byte[] sent = embassy.signs(Note.bodiesOf("TM").reference("INBOX-1"), "jms");
            embassy.awaitAcknowledgement(sent, "jms");
            JsonNode item = find("registered", "INBOX-1");
            assertThat(item.path("state").asString()).isEqualTo("registered");
            assertThat(item.path("party").asString()).isEqualTo("TM");
            assertThat(item.path("act").asString()).isEqualTo("authorized-bodies");
            assertThat(item.path("channel").asString()).isEqualTo("jms");
            assertThat(item.path("receivedAt").asString()).endsWith("Z");
            HttpResponse<String> raw =
                    viewer.get("/api/inbox/" + item.path("id").asLong() + "/raw");
            assertThat(raw.body()).isEqualTo(new String(sent, UTF_8));
            assertThat(raw.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/octet-stream");
            assertThat(raw.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(raw.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
            assertIsAProblem(registrar.because("/api/inbox/" + item.path("id").asLong() + "/retry", "try"), 409);
        }
    }

    @Test
    void givesListsInPartsThatLeadOnFromEachOther() {
        try (Embassy embassy = DEPOSITORY.embassyOf("TM")) {
            for (int i = 0; i < 3; i++) {
                embassy.awaitAcknowledgement(embassy.signs(Note.bodiesOf("TM"), "jms"), "jms");
            }
        }
        JsonNode first = viewer.json("/api/inbox?limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode second =
                viewer.json("/api/inbox?limit=2&from=" + first.path("next").asString());
        assertThat(second.path("items").get(0).path("id").asLong())
                .isEqualTo(first.path("next").asLong())
                .isGreaterThan(first.path("items").get(1).path("id").asLong());
        assertThat(viewer.json("/api/inbox?from=1000000000").path("items").size())
                .isZero();
        assertThat(viewer.json("/api/inbox?from=1000000000").has("next")).isFalse();
        JsonNode sent = viewer.json("/api/deliveries?state=sent&limit=1");
        assertThat(sent.path("items").size()).isEqualTo(1);
        assertThat(sent.path("items").get(0).path("state").asString()).isEqualTo("sent");
    }

    @ParameterizedTest
    @CsvSource({
        "400, /api/inbox?state=foo",
        "400, /api/inbox?from=-1",
        "400, /api/inbox?limit=0",
        "400, /api/deliveries?state=foo",
        "400, /api/deliveries?limit=-5",
        "400, /api/inbox/foo",
        "404, /api/inbox/1000000000",
        "404, /api/inbox/1000000000/raw",
        "400, /api/inbox;x=1/1",
        "400, /api//inbox",
        "404, /api/nothing"
    })
    void explainsWhatIsWrongWithAQuestion(int status, String path) {
        assertIsAProblem(viewer.get(path), status);
    }

    @Test
    void stopsAndStartsARouteAndSaysSoInTheAudit() {
        String path = "/api/routes/watch-quarantine/";
        assertThat(registrar.because(path + "stop", "for the test").statusCode())
                .isEqualTo(200);
        assertThat(stateOf("watch-quarantine")).isEqualTo("stopped");
        HttpResponse<String> started = registrar.post(path + "start", new byte[0]);
        assertThat(JSON.readTree(started.body()).path("state").asString()).isEqualTo("started");
        assertThat(registrar.because(path + "suspend", "for the test").statusCode())
                .isEqualTo(200);
        assertThat(registrar.because(path + "resume", "for the test").statusCode())
                .isEqualTo(200);
        assertThat(stateOf("watch-quarantine")).isEqualTo("started");
        assertIsAProblem(registrar.because("/api/routes/no-such-route/stop", "x"), 404);
        assertIsAProblem(registrar.because(path + "explode", "x"), 404);
        assertThat(viewer.json("/api/audit?limit=500").path("items").valueStream())
                .anySatisfy(line -> {
                    assertThat(line.path("who").asString()).isEqualTo("registrar");
                    assertThat(line.path("what").asString()).isEqualTo("routes.stop");
                    assertThat(line.path("onWhat").asString()).isEqualTo("routes/watch-quarantine");
                    assertThat(line.path("reason").asString()).isEqualTo("for the test");
                });
    }

    @Test
    void sendsAFailedLetterAgain() {
        try (Embassy embassy = DEPOSITORY.embassyOf("TM")) {
            byte[] sent = embassy.signs(Note.bodiesOf("TM"), "file");
            String id = embassy.awaitAcknowledgement(sent, "file").path("id").asString();
            await().atMost(SOON).until(() -> deliveryOf(id, "sent").isPresent());
            long delivery = deliveryOf(id, "sent").orElseThrow();
            assertIsAProblem(registrar.because("/api/deliveries/" + delivery + "/retry", "again"), 409);
            DEPOSITORY
                    .jdbc()
                    .sql("update delivery set state = 'failed' where id = ?")
                    .param(delivery)
                    .update();
            assertThat(registrar
                            .because("/api/deliveries/" + delivery + "/retry", "again")
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(SOON).until(() -> deliveryOf(id, "sent").isPresent());
            assertIsAProblem(registrar.because("/api/deliveries/1000000000/retry", "again"), 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jms", "file", "mail"})
    void answersASecondTimeOnTheChannelOnceItIsApproved(String channel) {
        try (Embassy embassy = DEPOSITORY.embassyOf("TJ")) {
            Note note = Note.bodiesOf("TJ").reference("HELD-" + channel);
            embassy.sends(note.json(), channel);
            JsonNode first = embassy.awaitAcknowledgement(note.json(), channel);
            assertThat(first.path("outcome").asString()).isEqualTo("under-review");
            String path = "/api/inbox/"
                    + find("under-review", "HELD-" + channel).path("id").asLong();
            assertIsAProblem(viewer.because(path + "/approve", "I am curious"), 403);
            assertIsAProblem(registrar.post(path + "/approve", new byte[0]), 400);
            assertIsAProblem(registrar.because(path + "/approve", " "), 400);
            HttpResponse<String> approved = registrar.because(path + "/approve", "Заверено по телефону");
            assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
            JsonNode shown = JSON.readTree(approved.body());
            assertThat(shown.path("state").asString()).isEqualTo("registered");
            assertThat(shown.path("reviews").get(0).path("by").asString()).isEqualTo("registrar");
            assertThat(shown.path("reviews").get(0).path("reason").asString()).isEqualTo("Заверено по телефону");

            JsonNode second = JSON.readTree(
                    embassy.awaitAcknowledgements(note.json(), channel, 2).get(1));
            assertThat(second.path("outcome").asString()).isEqualTo("registered");
            assertThat(second.path("id")).isNotEqualTo(first.path("id"));
            assertThat(second.path("receivedAt")).isEqualTo(first.path("receivedAt"));
            HttpResponse<String> again = registrar.because(path + "/approve", "once more");
            assertIsAProblem(again, 409);
            assertThat(JSON.readTree(again.body()).path("code").asString()).isEqualTo("ALREADY_DECIDED");
            assertThat(JSON.readTree(again.body()).path("detail").asString()).contains("registrar (approve)");
            assertIsAProblem(DEPOSITORY.httpAs("registrar2").because(path + "/return", "too late"), 409);
        }
    }

    @Test
    void answersASecondTimeOnceItIsReturned() {
        try (Embassy embassy = DEPOSITORY.embassyOf("TJ")) {
            Note note = Note.bodiesOf("TJ").reference("GIVEN-BACK");
            embassy.sends(note.json(), "file");
            embassy.awaitAcknowledgement(note.json(), "file");
            String path = "/api/inbox/"
                    + find("under-review", "GIVEN-BACK").path("id").asLong();
            assertThat(DEPOSITORY
                            .httpAs("supervisor")
                            .because(path + "/return", "The minister knows nothing of it")
                            .statusCode())
                    .isEqualTo(200);
            JsonNode second = JSON.readTree(
                    embassy.awaitAcknowledgements(note.json(), "file", 2).get(1));
            assertThat(second.path("outcome").asString()).isEqualTo("returned");
            assertThat(second.path("errors").get(0).path("code").asString()).isEqualTo("RETURNED_BY_STAFF");
            assertThat(find("returned", "GIVEN-BACK").path("party").asString()).isEqualTo("TJ");
        }
    }

    @Test
    void wantsTwoPeopleForARevocation() {
        try (Embassy embassy = DEPOSITORY.embassyOf("TJ")) {
            Note declaration =
                    Note.of("TJ", "declaration").reference("SAID").with("statement", Map.of("en", "We declare."));
            embassy.awaitAcknowledgement(embassy.signs(declaration, "jms"), "jms");
            Note revocation =
                    Note.of("TJ", "revocation").reference("UNSAID").with("refersTo", Map.of("reference", "SAID"));
            byte[] sent = embassy.signs(revocation, "jms");
            assertThat(embassy.awaitAcknowledgement(sent, "jms").path("outcome").asString())
                    .isEqualTo("under-review");
            String path =
                    "/api/inbox/" + find("under-review", "UNSAID").path("id").asLong() + "/approve";
            assertThat(registrar.because(path, "first").statusCode()).isEqualTo(202);
            HttpResponse<String> same = registrar.because(path, "me again");
            assertIsAProblem(same, 409);
            assertThat(JSON.readTree(same.body()).path("code").asString()).isEqualTo("SAME_PERSON");
            assertThat(embassy.acknowledgementsOf(sent, "jms")).hasSize(1);
            assertThat(DEPOSITORY.httpAs("registrar2").because(path, "second").statusCode())
                    .isEqualTo(200);
            assertThat(JSON.readTree(embassy.awaitAcknowledgements(sent, "jms", 2)
                                    .get(1))
                            .path("outcome")
                            .asString())
                    .isEqualTo("registered");
        }
    }

    @Test
    void describesWhatStaffCanDo() {
        JsonNode paths = DEPOSITORY.http().json("/v3/api-docs").path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/inbox",
                        "/api/inbox/{id}",
                        "/api/inbox/{id}/raw",
                        "/api/inbox/{id}/approve",
                        "/api/inbox/{id}/return",
                        "/api/inbox/{id}/retry",
                        "/api/deliveries",
                        "/api/deliveries/{id}/retry",
                        "/api/routes/{id}/{command}",
                        "/api/audit");
        assertThat(paths.path("/api/inbox/{id}/approve")
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .contains("200", "202", "409");
        assertThat(paths.path("/api/inbox/{id}/approve")
                        .path("post")
                        .path("security")
                        .isEmpty())
                .isFalse();
        assertThat(paths.path("/api/register/entries").path("get").has("security"))
                .isFalse();
    }

    private Optional<Long> deliveryOf(String letter, String state) {
        return DEPOSITORY
                .jdbc()
                .sql("select id from delivery where letter_id = ? and state = ? limit 1")
                .params(letter, state)
                .query(Long.class)
                .optional();
    }

    private JsonNode find(String state, String reference) {
        String next = "0";
        while (true) {
            JsonNode page = viewer.json("/api/inbox?limit=500&state=" + state + "&from=" + next);
            for (JsonNode item : page.path("items")) {
                if (item.path("reference").asString("").equals(reference)) {
                    return item;
                }
            }
            assertThat(page.has("next"))
                    .as(reference + " is among those " + state)
                    .isTrue();
            next = page.path("next").asString();
        }
    }

    private String stateOf(String route) {
        return viewer.json("/api/routes")
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(route))
                .map(one -> one.path("state").asString())
                .findFirst()
                .orElseThrow();
    }

    private static long lines() {
        return DEPOSITORY
                .jdbc()
                .sql("select count(*) from audit")
                .query(Long.class)
                .single();
    }

    static void assertIsAProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString("")).contains(" ").doesNotContain("Exception");
        if (status == 401 || status == 403 || status == 409) {
            assertThat(problem.path("message").path("ru").asString()).isNotBlank();
            assertThat(problem.path("message").path("en").asString()).isNotBlank();
        }
    }
}
