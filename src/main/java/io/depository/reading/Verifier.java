package io.depository.reading;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A public key, made ready to verify. Safe for concurrent use. */
@FunctionalInterface
interface Verifier {

    /** Of Ed25519, and of ES256 in the form of RFC 7518 §3.4: r and s, 32 bytes each. */
    int SIGNATURE_LENGTH = 64;

    /** Whether the signature, of 64 bytes, is that of the first {@code length} bytes of the text by this key. */
    boolean matches(byte[] text, int length, byte[] signature);

    /**
     * The key of that algorithm.
     *
     * @param algorithm {@code EdDSA} (Ed25519, RFC 8037; verified by BouncyCastle's plain arithmetic, six times as fast
     *     as the platform's) or {@code ES256}
     * @param publicKey as SubjectPublicKeyInfo (DER)
     * @throws GeneralSecurityException or IllegalArgumentException where the bytes are no such key
     */
    static Verifier of(String algorithm, byte[] publicKey) throws GeneralSecurityException {
        return switch (algorithm) {
            case "EdDSA" -> ed25519(publicKey);
            case "ES256" -> es256(publicKey);
            default -> throw new IllegalArgumentException("No signature algorithm of ours: " + algorithm);
        };
    }

    private static Verifier ed25519(byte[] publicKey) {
        // SubjectPublicKeyInfo of RFC 8410 §4 up to the key itself
        byte[] prefix = {0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00};
        if (publicKey.length != prefix.length + Ed25519.PUBLIC_KEY_SIZE
                || !Arrays.equals(publicKey, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new IllegalArgumentException("Not the SubjectPublicKeyInfo of an Ed25519 key");
        }
        Ed25519PublicKeyParameters key = new Ed25519PublicKeyParameters(publicKey, prefix.length);
        return (text, length, signature) -> key.verify(Ed25519.Algorithm.Ed25519, null, text, 0, length, signature, 0);
    }

    private static Verifier es256(byte[] publicKey) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey));
        return (text, length, signature) -> {
            try {
                Signature verification = Signature.getInstance("SHA256withECDSAinP1363Format");
                verification.initVerify(key);
                verification.update(text, 0, length);
                return verification.verify(signature);
            } catch (SignatureException malformed) {
                return false; // r or s out of range: the caller makes a finding of it
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("This Java platform cannot verify ES256", missing);
            }
        };
    }
}
