package io.depository.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody may suppose over HTTP, and that supposing changes nothing. */
class WhatIfHttpTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEED = "/api/agreements/" + Note.AGREEMENT;

    /** A day before the register's first act, so that whatever other tests register is left out. */
    private static final String BEFORE = "2025-12-01";

    private final Http http = RunningDepository.shared().http();

    @Test
    void showsWhatWouldFollowBesideWhatFollows() {
        JsonNode answer = suppose("""
                {"asOf": "%s", "acts": [
                  {"party": "KG", "act": "completion-of-procedures", "receivedOn": "2026-01-12"},
                  {"party": "KZ", "act": "completion-of-procedures", "receivedOn": "2026-02-16"},
                  {"party": "KZ", "act": "completion-of-procedures", "receivedOn": "2026-02-17"},
                  {"party": "DE", "act": "accession", "receivedOn": "2026-02-18"},
                  {"party": "BY", "act": "completion-of-procedures", "receivedOn": "2026-03-05"}]}""".formatted(BEFORE));

        JsonNode today = answer.path("today");
        assertThat(today.path("asOf").asString()).isEqualTo(BEFORE);
        assertThat(today.has("entryIntoForce")).isFalse();
        assertThat(today.path("counted").asInt()).isZero();
        assertThat(today.path("needed").asInt()).isEqualTo(3);
        assertThat(today.path("missing").get(0).path("en").asString()).isEqualTo("3 more notifications");
        assertThat(today.path("missing").get(0).path("ru").asString()).isEqualTo("еще 3 уведомления");
        assertThat(today.path("earliest").asString()).isEqualTo("2025-12-31");

        JsonNode then = answer.path("then");
        assertThat(then.path("asOf").asString()).isEqualTo("2026-03-05");
        assertThat(then.path("entryIntoForce").asString()).isEqualTo("2026-04-04");
        assertThat(then.path("counted").asInt()).isEqualTo(3);
        assertThat(then.path("missing").size()).isZero();
        assertThat(then.path("waitingFor").path("en").asString()).contains("Saturday 4 April 2026");
        assertThat(standingOf("KG", today)).isEqualTo("signatory");
        assertThat(standingOf("KG", then)).isEqualTo("contracting");

        assertThat(answer.path("changes")
                        .valueStream()
                        .map(change -> change.path("change").asString() + " "
                                + change.path("effect").asString() + " "
                                + change.path("party").asString("") + " "
                                + change.path("today").asString("-") + " "
                                + change.path("then").asString("-")))
                .contains("new entry-into-force  - 2026-04-04", "new entry-into-force-for-party KG - 2026-04-04");
        assertThat(answer.path("acts")
                        .valueStream()
                        .map(act -> act.path("refusals")
                                .valueStream()
                                .map(refusal -> refusal.path("code").asString())
                                .toList()))
                .containsExactly(List.of(), List.of(), List.of("ALREADY_DONE"), List.of("NOT_ENTITLED"), List.of());
        assertThat(answer.path("acts")
                        .get(3)
                        .path("refusals")
                        .get(0)
                        .path("message")
                        .path("ru")
                        .asString())
                .contains("DE");
    }

    @Test
    void changesNothing() {
        JsonNode before = http.json(SEED);
        suppose("""
                {"acts": [{"party": "KG", "act": "completion-of-procedures", "receivedOn": "2027-01-12"},
                  {"party": "TJ", "act": "completion-of-procedures", "receivedOn": "2027-01-12"},
                  {"party": "AM", "act": "completion-of-procedures", "receivedOn": "2027-01-12"}]}""");
        JsonNode after = http.json(SEED);
        assertThat(after.path("counted")).isEqualTo(before.path("counted"));
        assertThat(after.path("effects")).isEqualTo(before.path("effects"));
    }

    @Test
    void showsOfAnAgreementWhatIsMissingAndWhenAtTheEarliest() {
        JsonNode agreement = http.json(SEED + "?asOf=" + BEFORE);
        assertThat(agreement.path("missing").get(0).path("en").asString()).isEqualTo("3 more notifications");
        assertThat(agreement.path("earliest").asString())
                .isEqualTo(LocalDate.parse(BEFORE).plusDays(30).toString());
    }

    @Test
    void answersAThousandSuppositionsAndNoMore() {
        String act = "{\"party\": \"KG\", \"act\": \"accession\", \"receivedOn\": \"2026-03-05\"}";
        assertThat(suppose("{\"acts\": [" + String.join(",", Collections.nCopies(1000, act)) + "]}")
                        .path("acts")
                        .size())
                .isEqualTo(1000);
        HttpResponse<String> more = post("{\"acts\": [" + String.join(",", Collections.nCopies(1001, act)) + "]}");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(more.body()).path("errors").get(0).path("at").asString())
                .isEqualTo("/acts");
        assertThat(post("{\"acts\": [\"" + "x".repeat(1_100_000) + "\"]}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                                           | ''
                    {                                                                            | ''
                    []                                                                           | ''
                    {"acts": [], "acts": []}                                                     | ''
                    {}                                                                           | /acts
                    {"acts": {}}                                                                 | /acts
                    {"acts": [], "asof": "2026-03-05"}                                           | /asof
                    {"acts": [], "asOf": "05.03.2026"}                                           | /asOf
                    {"acts": [], "asOf": null}                                                   | /asOf
                    {"acts": ["KG"]}                                                             | /acts/0
                    {"acts": [{"party": "kg", "act": "x", "receivedOn": "2026-02-30"}]}          | /acts/0/party /acts/0/act /acts/0/receivedOn
                    {"acts": [{"party": "ZZ", "act": "accession", "receivedOn": "0026-02-01"}]}  | /acts/0/party /acts/0/receivedOn
                    {"acts": [{"party": "KG", "act": "revocation", "receivedOn": "2026-03-05"}]} | /acts/0/refersTo
                    {"acts": [{"party": "KG", "act": "accession", "receivedOn": "2026-03-05", "reference": "", "a/b": 1}]} | /acts/0/a~1b /acts/0/reference
                    """)
    void saysWhereABodyIsWrong(String body, String places) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("at").asString()))
                .containsExactly(places.split(" "));
        for (JsonNode error : problem.path("errors")) {
            assertThat(error.path("message").path("ru").asString()).isNotBlank();
            assertThat(error.path("message").path("en").asString()).isNotBlank();
        }
    }

    @Test
    void knowsOnlyAgreementsThatAreKept() {
        assertThat(http.post("/api/agreements/none/what-if", "{\"acts\": []}".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isDescribedAsOpenApi() {
        JsonNode operation = http.json("/v3/api-docs").at("/paths/~1api~1agreements~1{id}~1what-if/post");
        assertThat(operation.path("requestBody").toString()).contains("#/components/schemas/");
        assertThat(operation.path("responses").propertyNames()).contains("200", "400");
        assertThat(operation.has("security")).isFalse();
    }

    private JsonNode suppose(String body) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> post(String body) {
        return http.post(SEED + "/what-if", body.getBytes(UTF_8));
    }

    private static String standingOf(String party, JsonNode seen) {
        return seen.path("states")
                .valueStream()
                .filter(state -> state.path("party").asString().equals(party))
                .map(state -> state.path("standing").asString())
                .findFirst()
                .orElseThrow();
    }
}
