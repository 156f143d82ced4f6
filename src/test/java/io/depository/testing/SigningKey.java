package io.depository.testing;

import io.depository.parties.RegisteredKey;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key of a party that signs notes as compact JWS (RFC 7515, RFC 8037), by the JDK alone. */
public final class SigningKey {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PartyCode party;
    private final KeyPair keys;
    private final String kid;

    private SigningKey(PartyCode party, KeyPair keys) throws GeneralSecurityException {
        this.party = party;
        this.keys = keys;
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        String thumbprinted = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + BASE64URL.encodeToString(point) + "\"}";
        this.kid = BASE64URL.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(thumbprinted.getBytes(StandardCharsets.UTF_8)));
    }

    public static SigningKey of(String party) {
        try {
            return new SigningKey(
                    new PartyCode(party),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A demo key of local mode: {@code jws-private.pem} and {@code jws-public.pem} in the party's folder. */
    public static SigningKey read(String party, Path folder) {
        try {
            KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
            KeyPair keys = new KeyPair(
                    ed25519.generatePublic(new X509EncodedKeySpec(pem(folder.resolve("jws-public.pem")))),
                    ed25519.generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve("jws-private.pem")))));
            return new SigningKey(new PartyCode(party), keys);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No key of " + party + " in " + folder, e);
        }
    }

    private static byte[] pem(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    public String kid() {
        return kid;
    }

    /** The key as the directory has it, valid since 2020. */
    public RegisteredKey registered() {
        return new RegisteredKey(
                kid, party, "EdDSA", keys.getPublic().getEncoded(), Instant.parse("2020-01-01T00:00:00Z"), null, null);
    }

    public byte[] sign(Note note) {
        return sign(note.json());
    }

    /** The compact JWS over the bytes. */
    public byte[] sign(byte[] payload) {
        return sign("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}", payload);
    }

    /** The same under whatever header. */
    public byte[] sign(String header, byte[] payload) {
        try {
            String signed = BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + BASE64URL.encodeToString(payload);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return (signed + "." + BASE64URL.encodeToString(signature.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
