package io.depository.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.register.Cosigned;
import io.depository.register.Verification;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import io.depository.testing.WitnessKey;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A party cosigns checkpoints with its registered key, and everybody gets what it said with them. */
class WitnessTest {

    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final String CHECKPOINT = "/api/register/checkpoint";
    private static final String WITNESSES = "/api/register/witnesses";

    private final Http http = DEPOSITORY.http();
    private final WitnessKey uzbekistan = WitnessKey.of("mfa.uz/witness", DEPOSITORY.jwsKeyOf("UZ"));

    @BeforeAll
    static void registersSomething() {
        registers();
    }

    private static void registers() {
        try (Embassy embassy = DEPOSITORY.embassyOf("UZ")) {
            embassy.awaitAcknowledgement(embassy.signs(Note.bodiesOf("UZ"), "jms"), "jms");
        }
    }

    @Test
    void keepsAndServesWhatAPartyHasCosigned() {
        String older = http.get(CHECKPOINT + "?size=1").body();
        registers();
        String note = http.get(CHECKPOINT).body();
        String cosigned = uzbekistan.cosign(note, Instant.now());
        HttpResponse<String> taken = post("/UZ", cosigned);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(cosigned).endsWith(taken.body());
        assertThat(post("/UZ", cosigned).statusCode()).as("once more").isEqualTo(200);

        String served = http.get(CHECKPOINT + "?cosigned=true").body();
        assertThat(served).startsWith(note.substring(0, note.indexOf("\n\n")));
        List<Cosigned> found = Verification.cosignatures(served, List.of(uzbekistan.verifierKey()));
        assertThat(found).hasSize(1);
        assertThat(Verification.checkpoint(served, http.get("/api/register/key").body()))
                .as("tools that know nothing of witnesses")
                .isPresent();
        JsonNode statement = http.json(WITNESSES).path("witnesses").get(0);
        assertThat(statement.path("party").asString()).isEqualTo("UZ");
        assertThat(statement.path("witness").asString()).isEqualTo(uzbekistan.verifierKey());

        assertThat(refusal("/UZ", uzbekistan.cosign(older, Instant.now())))
                .as("a smaller tree, later")
                .isEqualTo("409 WENT_BACK");
    }

    @Test
    void refusesWhatIsNoWitnessesOrNoCheckpoint() {
        String note = http.get(CHECKPOINT + "?size=1").body();
        assertThat(refusal("/UZ", note)).isEqualTo("403 UNKNOWN_WITNESS");
        assertThat(refusal("/KG", uzbekistan.cosign(note, Instant.now()))).isEqualTo("403 UNKNOWN_WITNESS");
        assertThat(refusal("", uzbekistan.cosign(note, Instant.now()))).isEqualTo("403 UNKNOWN_WITNESS");
        assertThat(refusal("/UZ", uzbekistan.cosign(note, Instant.now()).replace("\u2014 mfa.uz", "\u2014 mfa.kg")))
                .isEqualTo("403 UNKNOWN_WITNESS");
        assertThat(refusal("/UZ", uzbekistan.cosign(note, Instant.now().plusSeconds(3600))))
                .isEqualTo("422 IN_THE_FUTURE");
        assertThat(refusal("/UZ", "hello")).isEqualTo("422 NOT_OUR_CHECKPOINT");
        String another = note.replaceFirst("\n1\n", "\n2\n");
        assertThat(refusal("/UZ", uzbekistan.cosign(another, Instant.now()))).isEqualTo("422 NOT_OUR_CHECKPOINT");
        assertThat(post("/XXX", note).statusCode()).isEqualTo(404);
        assertThat(http.get(CHECKPOINT + "?size=999999").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsACosignatureByAWitnessThatTheOperatorNames() {
        WitnessKey named = DEPOSITORY.witness();
        String note = http.get(CHECKPOINT + "?size=1").body();
        assertThat(post("", named.cosign(note, Instant.now())).statusCode()).isEqualTo(200);
        assertThat(http.get(CHECKPOINT + "?size=1").body()).contains("\u2014 witness.example/w1 ");
    }

    @Test
    void tellsOfTwoHistories() {
        String forked = DEPOSITORY.signsAsRegister("cis-executive-committee\n1\n" + "A".repeat(43) + "=\n");
        assertThat(refusal("/UZ", uzbekistan.cosign(forked, Instant.now()))).isEqualTo("409 OTHER_HISTORY");
    }

    @Test
    void exportsWhatWasCosigned() {
        String export = http.get("/api/register/export").body();
        assertThat(export).startsWith("{\"type\":\"register\"");
        assertThat(export.strip().lines().reduce((one, next) -> next).orElseThrow())
                .startsWith("{\"type\":\"end\"");
        assertThat(http.json("/api/register/keys")
                        .path("keys")
                        .get(0)
                        .path("key")
                        .asString())
                .isEqualTo(http.get("/api/register/key").body());
    }

    private HttpResponse<String> post(String witness, String note) {
        return http.with("Content-Type", "text/plain;charset=UTF-8").post(WITNESSES + witness, note.getBytes(UTF_8));
    }

    private String refusal(String witness, String note) {
        HttpResponse<String> response = post(witness, note);
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.path("message").path("ru").asString()).isNotBlank();
        return response.statusCode() + " " + problem.path("code").asString();
    }
}
