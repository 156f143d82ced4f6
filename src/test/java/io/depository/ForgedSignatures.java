package io.depository;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import io.depository.testing.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may send who would like a state to have consented: its notification of completed procedures, signed by
 * everything but its valid key. Each is a note of its own.
 */
final class ForgedSignatures {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final RunningDepository depository;
    private final String victim;
    private final String kid;
    private final List<Forgery> all = new ArrayList<>();

    /**
     * A text that claims to be the victim's.
     *
     * @param codes what an acknowledgement says of it; none where it is held for people
     */
    record Forgery(String name, byte[] content, List<String> codes) {}

    private ForgedSignatures(RunningDepository depository, String victim) {
        this.depository = depository;
        this.victim = victim;
        this.kid = kidOf(victim);
    }

    /** All of them; registers keys of the victim that do not count. */
    static List<Forgery> of(RunningDepository depository, String victim, String accomplice) {
        ForgedSignatures forged = new ForgedSignatures(depository, victim);
        forged.byNobody();
        forged.byWrongKeys(accomplice);
        forged.byAlgorithm();
        forged.byHeader();
        forged.byMovingSignatures();
        forged.byOtherSerializations();
        return List.copyOf(forged.all);
    }

    private void byNobody() {
        add("no signature", note());
        add(
                "a signature in a field of its own",
                Note.completionBy(victim).with("signature", "valid").json());
    }

    private void byWrongKeys(String accomplice) {
        add("another state's key", depository.sign(accomplice, note()), "NOT_YOUR_PARTY");
        add("a revoked key", keyOfVictim(null, now().minusSeconds(60)).sign(note()), "KEY_REVOKED");
        add("an expired key", keyOfVictim(now().minusSeconds(60), null).sign(note()), "SIGNER_UNKNOWN");
        add("a key of tomorrow", futureKey().sign(note()), "SIGNER_UNKNOWN");
        add("a key that nobody registered", SigningKey.of(victim).sign(note()), "SIGNER_UNKNOWN");
        add("another key under the right name", foreign(header("EdDSA", "")), "SIGNATURE_INVALID");
        add("a name that is a path", foreign("{\"alg\":\"EdDSA\",\"kid\":\"../../../etc/passwd\"}"), "SIGNER_UNKNOWN");
        add("a name that is SQL", foreign("{\"alg\":\"EdDSA\",\"kid\":\"' or '1'='1\"}"), "SIGNER_UNKNOWN");
        add("a name that is empty", foreign("{\"alg\":\"EdDSA\",\"kid\":\"\"}"), "SIGNER_UNKNOWN");
        add("no name", foreign("{\"alg\":\"EdDSA\"}"), "SIGNATURE_INVALID");
        add("a name in other letters", foreign(header("EdDSA", "").replace(kid, kid + " ")), "SIGNER_UNKNOWN");
    }

    private void byAlgorithm() {
        add("alg none, no signature", jws(header("none", ""), note(), new byte[0]), "SIGNATURE_INVALID");
        add("alg NONE, a signature", foreign(header("NONE", "")), "SIGNATURE_INVALID");
        add("alg HS256 by the public key", hmac(publicKey()), "SIGNATURE_INVALID");
        add("alg HS256 by its PEM", hmac(pem()), "SIGNATURE_INVALID");
        add("alg ES256 of zeros", jws(header("ES256", ""), note(), new byte[64]), "SIGNATURE_INVALID");
        add("alg Ed25519, truly signed", genuine(header("Ed25519", "")), "SIGNATURE_INVALID");
        add("no alg, truly signed", genuine("{\"kid\":\"" + kid + "\"}"), "SIGNATURE_INVALID");
        add("alg twice", genuine("{\"alg\":\"none\",\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}"), "SIGNATURE_INVALID");
    }

    private void byHeader() {
        String jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + "A".repeat(43) + "\"}";
        add("jwk embedded", foreign(header("EdDSA", ",\"jwk\":" + jwk)), "SIGNATURE_INVALID");
        add("jwk embedded, no name", foreign("{\"alg\":\"EdDSA\",\"jwk\":" + jwk + "}"), "SIGNATURE_INVALID");
        add("jku", foreign(header("EdDSA", ",\"jku\":\"http://127.0.0.1:1/keys\"")), "SIGNATURE_INVALID");
        add("x5u", foreign(header("EdDSA", ",\"x5u\":\"http://127.0.0.1:1/cert\"")), "SIGNATURE_INVALID");
        add("x5c", foreign(header("EdDSA", ",\"x5c\":[\"AAAA\"]")), "SIGNATURE_INVALID");
        add(
                "crit unknown, truly signed",
                genuine(header("EdDSA", ",\"crit\":[\"exp\"],\"exp\":1")),
                "SIGNATURE_INVALID");
        add("b64 false, truly signed", genuine(header("EdDSA", ",\"b64\":false")), "SIGNATURE_INVALID");
        add(
                "b64 false and critical, truly signed",
                genuine(header("EdDSA", ",\"b64\":false,\"crit\":[\"b64\"]")),
                "SIGNATURE_INVALID");
    }

    private void byMovingSignatures() {
        String[] good = text(depository.sign(victim, note())).split("\\.");
        String other = encoded(note());
        add(
                "a signature under another text",
                (good[0] + "." + other + "." + good[2]).getBytes(US_ASCII),
                "SIGNATURE_INVALID");
        add("a signature cut short", text(signed()).replaceAll(".{4}$", "").getBytes(US_ASCII), "SIGNATURE_INVALID");
        add("a signature too long", (text(signed()) + "AAAA").getBytes(US_ASCII), "SIGNATURE_INVALID");
        add("a signature of zeros", jws(header("EdDSA", ""), note(), new byte[64]), "SIGNATURE_INVALID");
        add("a signature spelt with padding", (text(signed()) + "==").getBytes(US_ASCII), "SIGNATURE_INVALID");
        add("a header changed by a space", changedHeader(), "SIGNATURE_INVALID");
    }

    private void byOtherSerializations() {
        String[] good = text(signed()).split("\\.");
        add(
                "the JSON serialization",
                ("{\"payload\":\"" + good[1] + "\",\"signatures\":[{\"protected\":\"" + good[0] + "\",\"signature\":\""
                                + good[2] + "\"}]}")
                        .getBytes(US_ASCII),
                "SCHEMA");
        add("a signature within a signature", depository.sign(victim, signed()), "SYNTAX");
        add("a text left out", (good[0] + ".." + good[2]).getBytes(US_ASCII), "SYNTAX");
        add("a list of notifications", ("[" + text(note()) + "]").getBytes(UTF_8), "SCHEMA");
        add("another state in the text", depository.sign(victim, Note.completionBy("UA")), "NOT_YOUR_PARTY");
        add(
                "a state's name twice",
                depository.sign(
                        victim, text(note()).replace("{", "{\"party\":\"UA\",").getBytes(UTF_8)),
                "DUPLICATE_KEY");
    }

    private void add(String name, byte[] content, String... codes) {
        all.add(new Forgery(name, content, List.of(codes)));
    }

    private byte[] note() {
        return Note.completionBy(victim).json();
    }

    private byte[] signed() {
        return depository.sign(victim, note());
    }

    private String header(String algorithm, String more) {
        return "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"" + more + "}";
    }

    /** Signed with a key that nobody knows. */
    private byte[] foreign(String header) {
        return SigningKey.of(victim).sign(header, note());
    }

    /** Signed with the victim's own key, under a header that nobody may use. */
    private byte[] genuine(String header) {
        return SigningKey.read(victim, demoKeys()).sign(header, note());
    }

    private byte[] changedHeader() {
        String[] good = text(signed()).split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(good[0]), UTF_8).replace("{", "{ ");
        return (encoded(header.getBytes(UTF_8)) + "." + good[1] + "." + good[2]).getBytes(US_ASCII);
    }

    private byte[] hmac(byte[] secret) {
        String signing = encoded(header("HS256", "").getBytes(UTF_8)) + "." + encoded(note());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return (signing + "." + encoded(mac.doFinal(signing.getBytes(US_ASCII)))).getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKey keyOfVictim(@Nullable Instant validTo, @Nullable Instant revokedAt) {
        return registered(Instant.parse("2020-01-01T00:00:00Z"), validTo, revokedAt);
    }

    private SigningKey futureKey() {
        return registered(now().plusSeconds(86_400), null, null);
    }

    private SigningKey registered(Instant validFrom, @Nullable Instant validTo, @Nullable Instant revokedAt) {
        SigningKey key = SigningKey.of(victim);
        depository
                .jdbc()
                .sql("insert into party_key (kid, party, algorithm, public_key, valid_from, valid_to, revoked_at)"
                        + " values (?, ?, 'EdDSA', ?, ?, ?, ?)")
                .params(Arrays.asList(
                        key.kid(),
                        victim,
                        key.registered().publicKey(),
                        instant(validFrom),
                        instant(validTo),
                        instant(revokedAt)))
                .update();
        return key;
    }

    private static @Nullable OffsetDateTime instant(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant now() {
        return Instant.now();
    }

    private String kidOf(String party) {
        try {
            return Files.readString(depository
                            .home()
                            .resolve("demo-keys")
                            .resolve(party)
                            .resolve("jws-kid.txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path demoKeys() {
        return depository.home().resolve("demo-keys").resolve(victim);
    }

    private byte[] publicKey() {
        return depository
                .jdbc()
                .sql("select public_key from party_key where kid = ?")
                .param(kid)
                .query(byte[].class)
                .single();
    }

    private byte[] pem() {
        return ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(publicKey())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(US_ASCII);
    }

    private static byte[] jws(String header, byte[] payload, byte[] signature) {
        return (encoded(header.getBytes(UTF_8)) + "." + encoded(payload) + "." + encoded(signature)).getBytes(US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
