package io.depository.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs as a compact JWS (RFC 7515) with Ed25519 (RFC 8037): {@code header.payload.signature}, each in base64url. The
 * payload is the notification's JSON, byte for byte.
 */
public final class Signing {

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String kid;

    private Signing(PrivateKey key, String kid) {
        this.key = key;
        this.kid = kid;
    }

    /** The demo key of the party: {@code jws-private.pem} (PKCS#8) with its thumbprint in {@code jws-kid.txt}. */
    public static Signing withDemoKey(Path home, String party) throws IOException {
        Path folder = home.resolve("demo-keys").resolve(party);
        Path pem = folder.resolve("jws-private.pem");
        if (!Files.isReadable(pem)) {
            throw new IOException("No key of " + party + " at " + pem
                    + ". Has the depository been started here (mvn spring-boot:test-run)? DEPOSITORY_HOME says where.");
        }
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new Signing(
                    key, Files.readString(folder.resolve("jws-kid.txt")).strip());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key at " + pem + " is no Ed25519 key in PKCS#8: " + e.getMessage(), e);
        }
    }

    public byte[] sign(byte[] payload) throws IOException {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}";
        String signed = base64Url(header.getBytes(StandardCharsets.UTF_8)) + "." + base64Url(payload);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return (signed + "." + base64Url(signature.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IOException("Could not sign with key " + kid + ": " + e.getMessage(), e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return BASE64_URL.encodeToString(bytes);
    }
}
