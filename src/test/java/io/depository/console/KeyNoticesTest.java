package io.depository.console;

import static io.depository.console.StaffTest.assertIsAProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.parties.PartyCertificate;
import io.depository.register.RegisterReader;
import io.depository.testing.Embassy;
import io.depository.testing.Http;
import io.depository.testing.RunningDepository;
import io.depository.testing.SigningKey;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A state registers its next key by a notice that its old key has signed. */
class KeyNoticesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RunningDepository DEPOSITORY = RunningDepository.shared();
    private static final String DEPOSITORY_ID = "cis-executive-committee";

    private final Http http = DEPOSITORY.http();
    private final SigningKey old =
            SigningKey.read("TM", DEPOSITORY.home().resolve("demo-keys").resolve("TM"));
    private final SigningKey next = SigningKey.of("TM");
    private final String reference = "KEY-" + UUID.randomUUID();

    @Test
    void registersTheNextKeyOfAState() {
        byte[] notice = signed(old, notice(next));
        JsonNode answer = send(notice);
        assertThat(answer.path("outcome").asString()).isEqualTo("registered");
        assertThat(answer.path("kid").asString()).isEqualTo(next.kid());
        assertThat(answer.path("signedBy").asString()).isEqualTo(old.kid());

        JsonNode record = record(answer.path("entry").asLong());
        assertThat(record.path("decision").asString()).isEqualTo("key-registered");
        assertThat(record.path("details").path("signedBy").asString()).isEqualTo(old.kid());
        assertThat(record.path("details").path("notice").asString())
                .isEqualTo(answer.path("sha256").asString());
        assertThat(record.path("reviews")).isEmpty();
        assertThat(answer.path("receipt").path("leafHash").asString())
                .isEqualTo(http.json("/api/register/entries?limit=1&from="
                                + answer.path("entry").asLong())
                        .at("/entries/0/leafHash")
                        .asString());

        // Both count while they rotate, and the new one can bring the one after it.
        try (Embassy embassy = DEPOSITORY.embassyOf("TM")) {
            for (SigningKey key : List.of(old, next)) {
                byte[] note = key.sign(io.depository.testing.Note.bodiesOf("TM"));
                embassy.sends(note, "jms");
                assertThat(embassy.awaitAcknowledgement(note, "jms")
                                .path("outcome")
                                .asString())
                        .isEqualTo("registered");
            }
        }
        assertThat(send(notice)).isEqualTo(answer);
        assertThat(DEPOSITORY
                        .httpAs("viewer")
                        .json("/api/parties/TM/key-notices")
                        .path("items")
                        .valueStream())
                .anySatisfy(line -> assertThat(line.path("kid").asString()).isEqualTo(next.kid()));
        assertIsAProblem(http.get("/api/parties/TM/key-notices"), 401);

        SigningKey third = SigningKey.of("TM");
        JsonNode reused = send(signed(next, notice(third)));
        assertThat(codes(reused)).containsExactly("REFERENCE_REUSED");
        JsonNode twice = send(signed(next, with(notice(next), "reference", "KEY-" + UUID.randomUUID())));
        assertThat(codes(twice)).isNotEmpty();
    }

    @Test
    void refusesAnOldKeyThatIsRevoked() {
        SigningKey revoked = SigningKey.of("TM");
        assertThat(send(signed(old, notice(revoked))).path("outcome").asString())
                .isEqualTo("registered");
        assertThat(DEPOSITORY
                        .httpAs("registrar")
                        .because("/api/parties/TM/keys/" + revoked.kid() + "/revoke", "it is lost")
                        .statusCode())
                .isEqualTo(200);
        // At once: the directory in memory may still know it as good.
        Map<String, String> notice = with(notice(next), "reference", "KEY-" + UUID.randomUUID());
        assertThat(codes(send(signed(revoked, proven(notice, next))))).containsExactly("KEY_REVOKED");
    }

    @Test
    void registersACertificateThatSignsForItself() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        X500Name name = new X500Name("CN=Treaty Department");
        byte[] certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                        Date.from(Instant.parse("2046-01-01T00:00:00Z")),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                .getEncoded();
        String fingerprint = PartyCertificate.fingerprint(certificate);
        Signature proof = Signature.getInstance("SHA256withRSA");
        proof.initSign(pair.getPrivate());
        proof.update((DEPOSITORY_ID + " TM " + reference + " " + fingerprint).getBytes(UTF_8));
        Map<String, String> notice = notice(next);
        notice.remove("publicKey");
        notice.put("certificate", Base64.getEncoder().encodeToString(certificate));
        notice.put("proof", Base64.getEncoder().encodeToString(proof.sign()));
        JsonNode answer = send(signed(old, notice));
        assertThat(answer.path("kid").asString()).isEqualTo(fingerprint);
        assertThat(answer.path("algorithm").asString()).isEqualTo("S/MIME");
    }

    @ParameterizedTest
    @CsvSource({
        "version, 2, SCHEMA",
        "depository, another, WRONG_DEPOSITORY",
        "party, KZ, NOT_YOUR_PARTY",
        "party, ?, NOT_YOUR_PARTY",
        "publicKey, AAAA, SCHEMA",
        "certificate, AAAA, SCHEMA",
        "proof, AAAA, SCHEMA",
        "validFrom, soon, SCHEMA",
        "validTo, 2020-01-01T00:00:00Z, SCHEMA",
        "validFor, ever, SCHEMA"
    })
    void refusesWhatIsWrong(String member, String value, String code) {
        long size = DEPOSITORY.bean(RegisterReader.class).size();
        Map<String, String> notice = notice(next);
        notice.put(member, value);
        if (member.equals("validTo")) {
            notice.put("validFrom", "2021-01-01T00:00:00Z");
        }
        JsonNode answer = send(signed(old, notice));
        assertThat(answer.path("outcome").asString()).isEqualTo("returned");
        assertThat(codes(answer)).contains(code);
        assertThat(answer.at("/errors/0/message/ru").asString()).isNotBlank();
        assertThat(DEPOSITORY.bean(RegisterReader.class).size()).isEqualTo(size);
    }

    @Test
    void trustsNobodyForComingFirstAndNoOtherKindOfText() {
        Map<String, String> notice = notice(next);
        byte[] payload = JSON.writeValueAsBytes(notice);
        assertThat(codes(send(signed(next, notice)))).contains("SIGNER_UNKNOWN");
        assertThat(codes(send(payload))).containsExactly("SYNTAX");
        assertThat(codes(send(old.sign(payload)))).containsExactly("SIGNATURE_INVALID");
        assertThat(codes(send(old.sign(header(old, ",\"jwk\":{}"), payload)))).containsExactly("SIGNATURE_INVALID");
        byte[] changed = signed(old, notice);
        changed[changed.length - 10] ^= 1;
        assertThat(codes(send(changed))).containsExactly("SIGNATURE_INVALID");

        SigningKey stranger = SigningKey.of("KZ");
        assertThat(codes(send(signed(old, proven(notice(stranger), next))))).containsExactly("SCHEMA");
        assertIsAProblem(http.post("/api/key-notices", new byte[64 * 1024 + 1]), 413);

        // As a notification it says nothing.
        JsonNode rehearsed =
                JSON.readTree(http.post("/api/validate", signed(old, notice)).body());
        assertThat(rehearsed.path("outcome").asString()).isEqualTo("returned");
    }

    @Test
    void listsWhatEndsForStaff() {
        Map<String, String> notice = notice(next);
        Instant ends = Instant.now().plusSeconds(20 * 24 * 3600L);
        notice.put("validTo", ends.toString());
        assertThat(send(signed(old, notice)).path("outcome").asString()).isEqualTo("registered");
        assertThat(DEPOSITORY
                        .httpAs("viewer")
                        .json("/api/keys/ending")
                        .path("items")
                        .valueStream())
                .anySatisfy(key -> {
                    assertThat(key.path("kid").asString()).isEqualTo(next.kid());
                    assertThat(key.path("days").asInt()).isEqualTo(30);
                    assertThat(key.path("succeeded").asBoolean()).isTrue();
                });
        assertIsAProblem(http.get("/api/keys/ending"), 401);
        assertThat(http.get("/actuator/prometheus").body()).contains("depository_keys_ending{days=\"7\"");
    }

    private Map<String, String> notice(SigningKey key) {
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("version", "1");
        notice.put("depository", DEPOSITORY_ID);
        notice.put("party", "TM");
        notice.put("reference", reference);
        notice.put(
                "publicKey", Base64.getEncoder().encodeToString(key.registered().publicKey()));
        return proven(notice, key);
    }

    /** With the new key's own signature. */
    private static Map<String, String> proven(Map<String, String> notice, SigningKey key) {
        try {
            String text = String.join(" ", DEPOSITORY_ID, "TM", notice.get("reference"), key.kid());
            return with(notice, "proof", Base64.getEncoder().encodeToString(key.plainly(text.getBytes(UTF_8))));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> notice, String member, String value) {
        Map<String, String> changed = new LinkedHashMap<>(notice);
        changed.put(member, value);
        return changed;
    }

    private static byte[] signed(SigningKey key, Map<String, String> notice) {
        return key.sign(header(key, ""), JSON.writeValueAsBytes(notice));
    }

    private static String header(SigningKey key, String more) {
        return "{\"alg\":\"EdDSA\",\"typ\":\"key-notice+jws\",\"kid\":\"" + key.kid() + "\"" + more + "}";
    }

    private JsonNode send(byte[] notice) {
        return JSON.readTree(http.post("/api/key-notices", notice).body());
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private JsonNode record(long entry) {
        return JSON.readTree(Base64.getDecoder()
                .decode(http.json("/api/register/entries?limit=1&from=" + entry)
                        .at("/entries/0/record")
                        .asString()));
    }
}
