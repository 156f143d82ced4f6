package io.depository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.local.DemoDirectory;
import io.depository.parties.Directory;
import io.depository.parties.PartyCertificate;
import io.depository.sample.SmimeSigning;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S/MIME on the running depository: by mail and by file, and through the life of a certificate. */
class SmimeExchangeTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningDepository depository = RunningDepository.shared();

    @ParameterizedTest
    @ValueSource(strings = {"mail", "file"})
    void registersAtOnceWhatADemoStateSigns(String channel) {
        Note note = Note.bodiesOf("UZ");
        try (Embassy embassy = depository.embassyOf("UZ")) {
            embassy.sendsMail(depository.signMail("UZ", note), channel);
            JsonNode answer = embassy.awaitAcknowledgement(note.json(), channel);

            assertThat(answer.path("outcome").asString()).isEqualTo("registered");
            assertThat(answer.path("party").asString()).isEqualTo("UZ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "file"})
    void returnsToTheSignerWhatNamesAnotherState(String channel) {
        Note note = Note.bodiesOf("KZ");
        try (Embassy embassy = depository.embassyOf("UZ")) {
            embassy.sendsMail(depository.signMail("UZ", note), channel);
            JsonNode answer = embassy.awaitAcknowledgement(note.json(), channel);

            assertThat(answer.path("outcome").asString()).isEqualTo("returned");
            assertThat(answer.at("/errors/0/code").asString()).isEqualTo("NOT_YOUR_PARTY");
        }
    }

    @Test
    void judgesADryRunByItsSignature() {
        byte[] mail = depository.signMail("UZ", Note.bodiesOf("UZ"));

        JsonNode answer =
                JSON.readTree(depository.http().post("/api/validate", mail).body());
        assertThat(answer.path("outcome").asString()).isEqualTo("registered");
    }

    @Test
    void takesACertificateByTwoPeopleAndRevokesItByItsFingerprint() throws IOException {
        RunningCertificate made = RunningCertificate.of("TM");
        String keys = "/api/parties/TM/keys";
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("certificate", made.pem());
        wanted.put("kid", made.printed());
        wanted.put("validFrom", "2025-01-01T00:00:00Z");
        wanted.put("reason", "told by courier");

        byte[] before = made.sign(Note.bodiesOf("TM"));
        assertThat(dryRun(before)).isEqualTo("SIGNER_UNKNOWN");
        assertThat(post("registrar", keys, wanted).statusCode()).isEqualTo(202);
        assertThat(post("registrar", keys, wanted).statusCode()).isEqualTo(409);
        assertThat(post("registrar2", keys, wanted).statusCode()).isEqualTo(200);
        assertThat(depository.httpAs("viewer").get(keys).body())
                .contains(made.fingerprint())
                .contains("S/MIME");

        Note note = Note.bodiesOf("TM");
        try (Embassy embassy = depository.embassyOf("TM")) {
            embassy.sendsMail(made.sign(note), "mail");
            JsonNode answer = embassy.awaitAcknowledgement(note.json(), "mail");
            assertThat(answer.path("outcome").asString()).isEqualTo("registered");

            assertThat(post("registrar", keys + "/" + made.printed() + "/revoke", Map.of("reason", "lost"))
                            .statusCode())
                    .isEqualTo(200);
            String fingerprint = made.fingerprint();
            await().until(() -> depository
                            .bean(Directory.class)
                            .findKey(fingerprint)
                            .orElseThrow()
                            .revokedAt()
                    != null);
            // by file, whose time of receipt is finer than the whole seconds of mail
            Note late = Note.bodiesOf("TM");
            embassy.sendsMail(made.sign(late), "file");
            JsonNode refused = embassy.awaitAcknowledgement(late.json(), "file");
            assertThat(refused.at("/errors/0/code").asString()).isEqualTo("KEY_REVOKED");
        }
    }

    @Test
    void takesNoCertificateThatDoesNotFit() throws IOException {
        RunningCertificate made = RunningCertificate.of("TM");

        assertThat(post(
                                "registrar",
                                "/api/parties/TM/keys",
                                Map.of("certificate", made.pem(), "kid", "ab".repeat(32), "reason", "x"))
                        .statusCode())
                .isBetween(400, 422);
        assertThat(post(
                                "registrar",
                                "/api/parties/TM/keys",
                                Map.of(
                                        "certificate",
                                        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
                                        "reason",
                                        "x"))
                        .statusCode())
                .isBetween(400, 422);
    }

    @Test
    void knowsTheDemoCertificatesFromTheDirectoryFile() throws IOException {
        String pem = Files.readString(depository.home().resolve("demo-keys/KG/smime-cert.pem"));

        assertThat(depository.httpAs("viewer").get("/api/parties/KG/keys").body())
                .contains(PartyCertificate.read(pem).fingerprint());
    }

    private String dryRun(byte[] mail) {
        return JSON.readTree(depository.http().post("/api/validate", mail).body())
                .at("/errors/0/code")
                .asString();
    }

    private HttpResponse<String> post(String who, String path, Map<String, Object> body) {
        return depository
                .httpAs(who)
                .with("Content-Type", "application/json")
                .post(path, JSON.writeValueAsString(body).getBytes(UTF_8));
    }

    /** A further certificate of a state, in a folder of its own as the demo ones are. */
    private record RunningCertificate(Path home, String party) {

        static RunningCertificate of(String party) throws IOException {
            Path home = Files.createTempDirectory("certificate");
            DemoDirectory.in(home);
            return new RunningCertificate(home, party);
        }

        String pem() throws IOException {
            return Files.readString(home.resolve("demo-keys").resolve(party).resolve("smime-cert.pem"));
        }

        String fingerprint() throws IOException {
            return PartyCertificate.read(pem()).fingerprint();
        }

        /** As {@code openssl x509 -fingerprint -sha256} prints it. */
        String printed() throws IOException {
            return fingerprint().toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
        }

        byte[] sign(Note note) throws IOException {
            return SmimeSigning.withDemoKey(home, party).sign(note.json(), "note.json");
        }
    }
}
