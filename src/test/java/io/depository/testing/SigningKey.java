package io.depository.testing;

import io.depository.parties.RegisteredKey;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** The demo key of a party in local mode: {@code jws-private.pem} and {@code jws-public.pem} in that folder. */
    public static SigningKey read(String party, Path folder) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return new SigningKey(
                    new PartyCode(party),
                    new KeyPair(
                            keys.generatePublic(new X509EncodedKeySpec(der(folder.resolve("jws-public.pem")))),
                            keys.generatePrivate(new PKCS8EncodedKeySpec(der(folder.resolve("jws-private.pem"))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", ""));
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
        try {
            String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}";
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
