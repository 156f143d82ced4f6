package io.depository.console;

import static io.depository.console.StaffTest.assertIsAProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Http;
import io.depository.testing.RunningDepository;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP from who means no good: bad questions, guessed passwords, floods. */
class HostileHttpTest {

    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|Tomcat|\\bat [a-z]+\\.|springframework|io\\.depository|jackson", Pattern.CASE_INSENSITIVE);
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();

    private final Http http = DEPOSITORY.http();
    private final RawHttp raw = new RawHttp(http.port());

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/agreements", "/api/inbox", "/nothing", "/schemas/notification-1.json", "/v3/api-docs"})
    void tellsBrowsersToTrustNothingButThisSite(String path) {
        HttpHeaders headers = http.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .contains("script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            404 | GET    | /error                              | text/plain       | x
            404 | GET    | /actuator/env                       | text/plain       | x
            404 | GET    | /.git/config                        | text/plain       | x
            405 | DELETE | /api/validate                       | application/json | {}
            405 | PATCH  | /api/register/entries               | application/json | {}
            400 | GET    | /api/register/entries?from=1'--     | text/plain       | x
            400 | GET    | /api/agreements?limit=${7*7}        | text/plain       | x
            404 | GET    | /api/agreements/%3Cscript%3E        | text/plain       | x
            400 | POST   | /api/inbox/1/approve                | application/json | {"reason":
            400 | POST   | /api/inbox/1/approve                | application/json | [[[[[
            400 | POST   | /api/inbox/1/approve                | application/xml  | <a/>
            400 | PUT    | /api/parties/DE/channels            | application/json | null
            400 | POST   | /api/parties/DE/keys                | text/html        | <b>
            """)
    void explainsABadQuestionAndNothingOfItself(int status, String method, String path, String type, String body) {
        Http asker = DEPOSITORY.httpAs("registrar").with("Content-Type", type);
        String address =
                path.replace("'", "%27").replace("$", "%24").replace("{", "%7B").replace("}", "%7D");
        HttpResponse<String> response = asker.send(method, address, body.getBytes(UTF_8));
        assertIsAProblem(response, status);
        assertThat(response.body()).doesNotContainPattern(INTERNALS);
    }

    @Test
    void refusesAnInstructionLargerThanAnybodyWrites() {
        byte[] huge = ("{\"reason\": \"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);
        HttpResponse<String> response = DEPOSITORY.httpAs("registrar").post("/api/inbox/1/approve", huge);
        assertIsAProblem(response, 400);
        assertThat(response.body()).doesNotContainPattern(INTERNALS).hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/agreements HTTP/9.9\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /api/agreements HTTP/1.1\r\n\r\n",
                "GET /api/agreements HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "TRACE /api/agreements HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/../actuator/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/validate HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/validate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"
            })
    void endsAMalformedRequestWithoutAWordOfItself(String request) {
        String answer = raw.say("127.0.0.1", request);
        assertThat(RawHttp.status(answer)).isBetween(400, 599).isNotEqualTo(500);
        assertThat(answer).doesNotContainPattern(INTERNALS);
    }

    @Test
    void takesNoHeaderWithoutEnd() {
        String answer = raw.say(
                "127.0.0.1", "GET /api/agreements HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(RawHttp.status(answer)).isIn(400, 431);
        assertThat(answer).doesNotContainPattern(INTERNALS);
    }

    @Test
    void letsAnAddressGuessPasswordsOnlySoOften() {
        String guesser = "127.0.0.66";
        int guesses = 0;
        String answer = "";
        while (guesses < 200 && RawHttp.status(answer = login(guesser, "wrong" + guesses)) == 401) {
            guesses++;
        }

        assertThat(RawHttp.status(answer)).isEqualTo(429);
        assertThat(guesses).isBetween(60, 100);
        assertThat(answer).containsPattern("(?m)^Retry-After: [1-9]").contains("application/problem+json");
        assertThat(RawHttp.status(login(guesser, "demo")))
                .as("not even the right one")
                .isEqualTo(429);
        assertThat(RawHttp.status(login("127.0.0.67", "demo")))
                .as("nobody else is locked out")
                .isEqualTo(200);
    }

    @Test
    void letsAnAddressRehearseOnlySoOften() {
        String flooder = "127.0.0.68";
        String hundred = "POST /api/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".repeat(99)
                + "POST /api/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        String answers = "";
        int rounds = 0;
        while (rounds < 100 && !answers.contains("HTTP/1.1 429")) {
            answers = raw.say(flooder, hundred);
            rounds++;
        }

        assertThat(answers).contains("HTTP/1.1 429").containsPattern("(?m)^Retry-After: [1-9]");
        assertThat(rounds).as("three thousand go at once").isGreaterThanOrEqualTo(30);
        assertThat(http.post("/api/validate", new byte[0]).statusCode())
                .as("nobody else waits")
                .isEqualTo(200);
    }

    private String login(String from, String password) {
        String credentials = Base64.getEncoder().encodeToString(("viewer:" + password).getBytes(UTF_8));
        return raw.say(
                from,
                "GET /api/routes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic " + credentials
                        + "\r\n\r\n");
    }
}
