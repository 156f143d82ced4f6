package io.depository.console;

import static io.depository.console.StaffTest.assertIsAProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.parties.KeyThumbprint;
import io.depository.parties.PartyCertificate;
import io.depository.register.RegisterReader;
import io.depository.testing.Authority;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import io.depository.testing.SigningKey;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff change the directory: keys by two people, channels by one, each change in the register. */
class PartiesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();

    private final Http viewer = DEPOSITORY.httpAs("viewer");
    private final Http registrar = DEPOSITORY.httpAs("registrar");
    private final Http supervisor = DEPOSITORY.httpAs("supervisor");

    @Test
    void registersAKeyThatTwoPeopleAskForAndRevokesIt() {
        SigningKey key = SigningKey.of("UA");
        String kid = key.kid();
        Map<String, Object> asked = new LinkedHashMap<>(Map.of(
                "kid",
                kid,
                "publicKey",
                Base64.getEncoder().encodeToString(key.registered().publicKey())));
        String path = "/api/parties/UA/keys";
        assertIsAProblem(post(viewer, path, asked), 403);
        assertThat(post(registrar, path, asked).statusCode()).isEqualTo(202);
        assertThat(keysOf("UA")).doesNotContain(kid);
        assertIsAProblem(post(registrar, path, asked), 409);
        asked.put(
                "publicKey", "-----BEGIN PUBLIC KEY-----\n" + asked.get("publicKey") + "\n-----END PUBLIC KEY-----\n");
        asked.put("reason", "compared by telephone");
        assertThat(post(supervisor, path, asked).statusCode()).isEqualTo(200);
        assertThat(keysOf("UA")).contains(kid);
        assertIsAProblem(post(supervisor, path, asked), 409);
        JsonNode registered = newest("key-registered");
        assertThat(registered.path("party").asString()).isEqualTo("UA");
        assertThat(registered.path("details").path("kid").asString()).isEqualTo(kid);
        assertThat(registered.path("reviews")).hasSize(2);

        try (Embassy embassy = DEPOSITORY.embassyOf("UA")) {
            byte[] signed = key.sign(Note.bodiesOf("UA"));
            embassy.sends(signed, "jms");
            assertThat(embassy.awaitAcknowledgement(signed, "jms")
                            .path("outcome")
                            .asString())
                    .isEqualTo("registered");

            assertThat(registrar
                            .because(path + "/" + kid + "/revoke", "it is lost")
                            .statusCode())
                    .isEqualTo(200);
            assertIsAProblem(registrar.because(path + "/" + kid + "/revoke", "it is lost"), 409);
            assertThat(newest("key-revoked").path("details").path("kid").asString())
                    .isEqualTo(kid);
            org.awaitility.Awaitility.await()
                    .until(() -> DEPOSITORY
                                    .bean(io.depository.parties.Directory.class)
                                    .findKey(kid)
                                    .orElseThrow()
                                    .revokedAt()
                            != null);
            byte[] late = key.sign(Note.bodiesOf("UA"));
            embassy.sends(late, "jms");
            assertThat(embassy.awaitAcknowledgement(late, "jms")
                            .path("errors")
                            .get(0)
                            .path("code")
                            .asString())
                    .isEqualTo("KEY_REVOKED");
        }
        assertIsAProblem(registrar.because("/api/parties/UA/keys/nothing/revoke", "x"), 404);
    }

    @Test
    void registersAnAuthorityThatTwoPeopleAskFor() {
        Authority authority = Authority.root("CN=State Authority,C=AZ");
        String pem = Authority.pem(authority.certificate());
        String path = "/api/parties/AZ/keys";
        Map<String, Object> asked = Map.of("authority", pem, "subject", "O=Ministry,C=AZ");
        assertThat(post(registrar, path, asked).statusCode()).isEqualTo(202);
        assertThat(post(supervisor, path, Map.of("authority", pem, "subject", "C=AZ"))
                        .statusCode())
                .isEqualTo(202); // that is another wish
        assertThat(post(supervisor, path, asked).statusCode()).isEqualTo(200);
        JsonNode details = newest("key-registered").path("details");
        assertThat(details.path("algorithm").asString()).isEqualTo("X.509");
        assertThat(details.path("subject").asString()).isEqualTo("O=Ministry,C=AZ");
        String kid = details.path("kid").asString();
        assertThat(kid).endsWith(".AZ");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(viewer.json("/api/keys/authorities")
                                .path("items")
                                .valueStream())
                        .anySatisfy(one -> {
                            assertThat(one.path("kid").asString()).isEqualTo(kid);
                            assertThat(one.path("list").asString()).isEqualTo("missing");
                        }));
        assertThat(DEPOSITORY.http().get("/actuator/prometheus").body())
                .contains("depository_authorities_without_list");

        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("authority", pem),
                Map.of("subject", "C=AZ"),
                Map.of("authority", pem, "subject", "no attribute"),
                Map.of("authority", pem, "subject", ""),
                Map.of("authority", pem, "certificate", pem, "subject", "C=AZ"),
                Map.of("authority", Authority.pem(authority.issue("CN=x").certificate()), "subject", "C=AZ"),
                Map.of("authority", "AAAA", "subject", "C=AZ"))) {
            assertIsAProblem(post(registrar, path, bad), 400);
        }
        assertThat(registrar
                        .because(path + "/" + kid + "/revoke", "no longer used")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoKeyThatIsNotTheOneOfItsFingerprint() {
        String publicKey = Base64.getEncoder()
                .encodeToString(SigningKey.of("UA").registered().publicKey());
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("publicKey", publicKey, "kid", "another"),
                Map.of("publicKey", "AAAA"),
                Map.of("publicKey", "?"),
                Map.of("kid", "alone"),
                Map.of("publicKey", publicKey, "validFrom", "2026-03-02T00:00:00Z", "validTo", "2026-03-01T00:00:00Z"),
                Map.of("publicKey", publicKey, "validFrom", "soon"))) {
            assertIsAProblem(post(registrar, "/api/parties/UA/keys", bad), 400);
        }
        assertIsAProblem(post(registrar, "/api/parties/XX/keys", Map.of("publicKey", publicKey)), 404);
        assertIsAProblem(viewer.get("/api/parties/xx/keys"), 404);
        assertThat(keysOf("UA")).allSatisfy(kid -> assertThat(kid).matches("[\\w-]{43}|[0-9a-f]{64}"));
    }

    @Test
    void tellsAStateOnTheChannelsThatStaffSet() {
        String path = "/api/parties/DE/channels";
        Map<String, String> before = Map.of("jms", "DE", "file", "DE", "mail", "mfa@de.local");
        assertThat(channels(path)).isEqualTo(before);
        for (Map<String, String> bad : List.of(
                Map.of("jms", "KG"),
                Map.of("mail", "x@example.org\r\nBcc: y@example.org"),
                Map.of("mail", "nobody"),
                Map.of("pigeon", "DE"),
                Map.<String, String>of())) {
            assertIsAProblem(put(path, Map.of("channels", bad)), 400);
        }
        assertIsAProblem(put(path, Map.of()), 400);
        Map<String, String> wanted = Map.of("mail", "legal@de.local", "file", "DE");
        assertThat(put(path, Map.of("channels", wanted, "reason", "by their note 7"))
                        .statusCode())
                .isEqualTo(200);
        org.awaitility.Awaitility.await().until(() -> channels(path).equals(wanted));
        JsonNode record = newest("channels-changed");
        assertThat(record.path("details").propertyNames()).containsExactlyInAnyOrder("file", "mailSha256");
        assertThat(record.toString()).doesNotContain("legal@de.local");
        assertThat(put(path, Map.of("channels", before)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(Http who, String path, Map<String, Object> body) {
        return who.post(path, JSON.writeValueAsString(body).getBytes(UTF_8));
    }

    private HttpResponse<String> put(String path, Map<String, ?> body) {
        return registrar.send("PUT", path, JSON.writeValueAsString(body).getBytes(UTF_8));
    }

    private Map<String, String> channels(String path) {
        Map<String, String> channels = new LinkedHashMap<>();
        viewer.json(path)
                .path("channels")
                .properties()
                .forEach(one -> channels.put(one.getKey(), one.getValue().asString()));
        return channels;
    }

    private List<String> keysOf(String party) {
        JsonNode keys = viewer.json("/api/parties/" + party + "/keys").path("items");
        assertThat(keys.valueStream())
                .allSatisfy(key ->
                        assertThat(fingerprint(key)).isEqualTo(key.path("kid").asString()));
        return keys.valueStream().map(key -> key.path("kid").asString()).toList();
    }

    private static String fingerprint(JsonNode key) {
        return key.has("certificate")
                ? PartyCertificate.read(key.path("certificate").asString()).fingerprint()
                : KeyThumbprint.of(
                        key.path("algorithm").asString(),
                        Base64.getDecoder().decode(key.path("publicKey").asString()));
    }

    private static JsonNode newest(String decision) {
        RegisterReader register = DEPOSITORY.bean(RegisterReader.class);
        for (long index = register.size() - 1; index >= 0; index--) {
            JsonNode record =
                    JSON.readTree(register.entries(index, 1).entries().get(0).record());
            if (record.path("decision").asString("").equals(decision)) {
                return record;
            }
        }
        throw new AssertionError("No entry tells of " + decision);
    }
}
