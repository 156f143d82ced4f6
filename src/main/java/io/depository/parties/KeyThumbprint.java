package io.depository.parties;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The name of a public key: its thumbprint by RFC 7638 (SHA-256, base64url without padding). */
public final class KeyThumbprint {

    private static final int P256_BITS = 256;

    private KeyThumbprint() {}

    /**
     * The thumbprint of a key.
     *
     * @param algorithm {@code EdDSA} (an Ed25519 key, RFC 8037) or {@code ES256} (a P-256 key, RFC 7518)
     * @param publicKey the key as X.509 SubjectPublicKeyInfo (DER)
     * @throws IllegalArgumentException when that is no key of that algorithm
     */
    public static String of(String algorithm, byte[] publicKey) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key(algorithm, publicKey))
                    .calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalArgumentException("Not a public key for " + algorithm, e);
        }
    }

    private static PublicKey key(String algorithm, byte[] publicKey) throws GeneralSecurityException {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(publicKey);
        return switch (algorithm) {
            case "EdDSA" -> KeyFactory.getInstance("Ed25519").generatePublic(encoded);
            case "ES256" -> onP256(KeyFactory.getInstance("EC").generatePublic(encoded));
            default -> throw new IllegalArgumentException("algorithm must be EdDSA or ES256, not " + algorithm);
        };
    }

    private static PublicKey onP256(PublicKey key) {
        if (key instanceof ECPublicKey point && point.getParams().getOrder().bitLength() == P256_BITS) {
            return key;
        }
        throw new IllegalArgumentException("ES256 needs a key on P-256");
    }
}
