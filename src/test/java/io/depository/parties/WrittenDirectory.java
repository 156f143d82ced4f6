package io.depository.parties;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A directory of two states as its file has it, with fresh keys. */
final class WrittenDirectory {

    static final byte[] ED25519 = newKey("Ed25519");
    static final byte[] P256 = newKey("EC");
    static final String ED25519_KID = KeyThumbprint.of("EdDSA", ED25519);
    static final String P256_KID = KeyThumbprint.of("ES256", P256);

    static final String TWO_STATES = """
            states:
              - party: KZ
                name: {ru: Республика Казахстан, en: Republic of Kazakhstan}
                channels: {mail: mfa@kz.local}
              - party: KG
                name: {ru: Кыргызская Республика, en: Kyrgyz Republic}
                channels: {mail: mfa@kg.local, file: KG, jms: KG}
                keys:
                  - {kid: %s, algorithm: EdDSA, publicKey: %s, validFrom: 2025-01-01T00:00:00Z}
                  - kid: %s
                    algorithm: ES256
                    publicKey: %s
                    validFrom: 2025-01-01T00:00:00Z
                    validTo: 2026-01-01T00:00:00Z
                    revokedAt: 2025-06-01T12:00:00Z
            """.formatted(ED25519_KID, base64(ED25519), P256_KID, base64(P256));

    private WrittenDirectory() {}

    private static byte[] newKey(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
