package io.depository.review;

import io.depository.parties.KeyThumbprint;
import io.depository.parties.PartyAuthority;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature key, or an S/MIME certificate, that somebody of the staff wants registered for a party.
 *
 * @param kid its RFC 7638 thumbprint, or the certificate's SHA-256, worked out from the key itself
 * @param publicKey X.509 SubjectPublicKeyInfo, or the certificate (DER)
 * @param validFrom first instant of validity; null for the instant of its registration
 * @param validTo first instant after validity; null while open
 * @param subject of an authority, what the subject of its certificates must name; null of all else
 */
public record ProposedKey(
        String kid,
        String algorithm,
        byte[] publicKey,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable String subject) {

    private static final List<String> ALGORITHMS = List.of("EdDSA", "ES256");

    /** The key is none, or not the one of that fingerprint. */
    public static final class UnfitKey extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Bilingual explanation;

        UnfitKey(String ru, String en) {
            super(en);
            this.explanation = new Bilingual(ru, en);
        }

        public Bilingual explanation() {
            return explanation;
        }
    }

    /**
     * Reads a key as a person gives it.
     *
     * @param kid the fingerprint as the party told it, compared with the key; null where it is not given
     * @param publicKey PEM, or the base64 of the DER
     * @throws UnfitKey when it is no certificate to sign S/MIME with and no Ed25519 or P-256 key, has another fingerprint, or is never valid
     */
    public static ProposedKey read(
            @Nullable String kid, String publicKey, @Nullable Instant validFrom, @Nullable Instant validTo) {
        requireSpan(validFrom, validTo);
        byte[] der = der(publicKey);
        if (publicKey.contains("CERTIFICATE") || isCertificate(der)) {
            return certificate(kid, der, validFrom, validTo);
        }
        for (String algorithm : ALGORITHMS) {
            Optional<String> thumbprint = thumbprint(algorithm, der);
            if (thumbprint.isPresent()) {
                requireSame(kid, thumbprint.get());
                return new ProposedKey(thumbprint.get(), algorithm, der, validFrom, validTo, null);
            }
        }
        throw new UnfitKey(
                "publicKey — не открытый ключ Ed25519 или P-256 (SubjectPublicKeyInfo, PEM или base64).",
                "publicKey is no public key on Ed25519 or P-256 (SubjectPublicKeyInfo, PEM or base64).");
    }

    /** A certificate counts no longer than it says itself. */
    private static ProposedKey certificate(
            @Nullable String kid, byte[] der, @Nullable Instant validFrom, @Nullable Instant validTo) {
        try {
            PartyCertificate certificate = PartyCertificate.of(der);
            requireSame(kid == null ? null : PartyCertificate.canonical(kid), certificate.fingerprint());
            Instant end = validTo == null || validTo.isAfter(certificate.validTo()) ? certificate.validTo() : validTo;
            requireSpan(validFrom, end);
            return new ProposedKey(certificate.fingerprint(), RegisteredKey.S_MIME, der, validFrom, end, null);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitKey(
                    "Этот сертификат не годится для подписи: нужен один сертификат X.509 (PEM или base64) с ключом RSA от"
                            + " 2048 бит, EC от 256 бит или Ed25519, предназначенный для подписи.",
                    "The certificate cannot sign: " + unfit.getMessage()
                            + ". Give one X.509 certificate (PEM or base64) with an RSA key of 2048 bits or more, an EC"
                            + " key of 256 or more, or Ed25519, whose usage allows signatures.");
        }
    }

    /**
     * Reads an authority as a person gives it.
     *
     * @param fingerprint SHA-256 of its certificate as the party told it, compared; null where it is not given
     * @param subject what the subject of a certificate must name to speak for the party (RFC 4514)
     * @throws UnfitKey when it is none, has another fingerprint or is never valid
     */
    public static ProposedKey authority(
            PartyCode party,
            @Nullable String fingerprint,
            String certificate,
            String subject,
            @Nullable Instant validFrom,
            @Nullable Instant validTo) {
        try {
            PartyAuthority authority = PartyAuthority.read(party, certificate, subject);
            requireSame(
                    fingerprint == null ? null : PartyCertificate.canonical(fingerprint),
                    PartyCertificate.fingerprint(authority.der()));
            Instant end = validTo == null || validTo.isAfter(authority.validTo()) ? authority.validTo() : validTo;
            requireSpan(validFrom, end);
            return new ProposedKey(
                    authority.kid(), RegisteredKey.AUTHORITY, authority.der(), validFrom, end, authority.subject());
        } catch (IllegalArgumentException unfit) {
            throw new UnfitKey(
                    "Это не удостоверяющий центр: нужен его сертификат X.509 (PEM или base64, CA:TRUE) и subject с тем, что"
                            + " должно стоять в сертификатах государства, например O=Ministry of Foreign Affairs,C=KG.",
                    "That is no authority: " + unfit.getMessage()
                            + ". Give its X.509 certificate (PEM or base64, CA:TRUE)"
                            + " and a subject with what the state's certificates must name, e.g."
                            + " O=Ministry of Foreign Affairs,C=KG.");
        }
    }

    private static boolean isCertificate(byte[] der) {
        try {
            PartyCertificate.of(der);
            return true;
        } catch (IllegalArgumentException otherwise) {
            return false; // then it must be a bare key
        }
    }

    private static void requireSpan(@Nullable Instant validFrom, @Nullable Instant validTo) {
        if (validTo != null && validFrom != null && !validFrom.isBefore(validTo)) {
            throw new UnfitKey("validTo должно быть позже validFrom.", "validTo must be after validFrom.");
        }
    }

    private static void requireSame(@Nullable String kid, String thumbprint) {
        if (kid != null && !kid.equals(thumbprint)) {
            throw new UnfitKey(
                    "Отпечаток ключа — " + thumbprint + ", а указан другой kid: сверьте ключ с государством.",
                    "The key's fingerprint is " + thumbprint + ", another kid is given: compare it with the state.");
        }
    }

    private static byte[] der(String publicKey) {
        String base64 = publicKey
                .replaceAll("-----(BEGIN|END) (PUBLIC KEY|CERTIFICATE)-----", "")
                .replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnfitKey("publicKey — не base64 и не PEM.", "publicKey is neither base64 nor PEM.");
        }
    }

    private static Optional<String> thumbprint(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyThumbprint.of(algorithm, der));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
