package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature key, or the certificate of one, registered for a party; or an authority that issues certificates to it.
 *
 * @param kid of a key its RFC 7638 thumbprint (SHA-256, base64url without padding); of a certificate the SHA-256 of its
 *     DER in lower-case hex ({@link PartyCertificate})
 * @param party whose key it is
 * @param algorithm {@code EdDSA} (Ed25519, RFC 8037) or {@code ES256} (RFC 7518) of a key; {@link #S_MIME} of a
 *     certificate, {@link #AUTHORITY} of an authority
 * @param publicKey the key as X.509 SubjectPublicKeyInfo (DER), or the whole certificate (DER)
 * @param validFrom first instant of validity
 * @param validTo first instant after validity; null while open
 * @param revokedAt instant of revocation; null while not revoked
 * @param subject of an authority what the subject of a certificate must name to speak for the party
 *     ({@link PartyAuthority}); null of all else
 */
public record RegisteredKey(
        String kid,
        PartyCode party,
        String algorithm,
        byte[] publicKey,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Instant revokedAt,
        @Nullable String subject) {

    /** A key, or a party's own certificate. */
    public RegisteredKey(
            String kid,
            PartyCode party,
            String algorithm,
            byte[] publicKey,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Instant revokedAt) {
        this(kid, party, algorithm, publicKey, validFrom, validTo, revokedAt, null);
    }

    /** The "algorithm" of a certificate, with which mail and files are signed (RFC 8551). */
    public static final String S_MIME = "S/MIME";

    /** The "algorithm" of an authority, with which nothing is signed but certificates. */
    public static final String AUTHORITY = "X.509";

    public boolean isAuthority() {
        return algorithm.equals(AUTHORITY);
    }

    /** Whether it is a party's own certificate: no bare key, and no authority. */
    public boolean isCertificate() {
        return algorithm.equals(S_MIME);
    }

    /** Whether the key had been revoked at the instant of receipt. */
    public boolean isRevokedAt(Instant receivedAt) {
        return revokedAt != null && !receivedAt.isBefore(revokedAt);
    }

    /** Whether the instant of receipt lies within the key's validity. */
    public boolean isValidAt(Instant receivedAt) {
        return !receivedAt.isBefore(validFrom) && (validTo == null || receivedAt.isBefore(validTo));
    }
}
