package io.depository.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.Embassy;
import io.depository.testing.RunningDepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the integrators' guide, signed and sent for real to a depository that has seen nothing yet. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("docs", "examples");
    private static final RunningDepository DEPOSITORY = RunningDepository.fresh();

    @AfterAll
    static void stops() {
        DEPOSITORY.close();
    }

    @Test
    void areAnsweredAsTheLawOfTheAgreementWants() throws IOException {
        assertThat(answerTo("completion-of-procedures", "jms")).isEqualTo("registered");
        assertThat(answerTo("authorized-bodies", "file")).isEqualTo("registered");
        assertThat(answerTo("accession", "mail")).isEqualTo("registered");
        assertThat(answerTo("revocation-of-consent", "jms")).isEqualTo("under-review");
        assertThat(answerTo("withdrawal", "file")).isEqualTo("returned OUT_OF_ORDER");
        assertThat(answerTo("revocation-of-withdrawal", "mail")).isEqualTo("returned NOTHING_TO_REVOKE");
    }

    @Test
    void areAllSentByTheOtherTest() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrder(
                            "completion-of-procedures.json",
                            "authorized-bodies.json",
                            "accession.json",
                            "revocation-of-consent.json",
                            "withdrawal.json",
                            "revocation-of-withdrawal.json");
        }
    }

    private static String answerTo(String example, String channel) throws IOException {
        byte[] json = Files.readAllBytes(EXAMPLES.resolve(example + ".json"));
        String party = JsonMapper.shared().readTree(json).get("party").asString();
        byte[] signed = DEPOSITORY.sign(party, json);
        try (Embassy embassy = DEPOSITORY.embassyOf(party)) {
            embassy.sends(signed, channel);
            JsonNode acknowledgement = embassy.awaitAcknowledgement(signed, channel);
            List<String> codes = acknowledgement
                    .get("errors")
                    .valueStream()
                    .map(error -> error.get("code").asString())
                    .toList();
            return codes.isEmpty()
                    ? acknowledgement.get("outcome").asString()
                    : acknowledgement.get("outcome").asString() + " " + String.join(" ", codes);
        }
    }
}
