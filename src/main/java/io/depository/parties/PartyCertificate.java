package io.depository.parties;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A certificate that is fit to sign S/MIME (RFC 8550 §4.4): the exact bytes and their digest, by which it is known. Who
 * issued it plays no part: it is believed because it is registered.
 *
 * @param fingerprint SHA-256 of the DER, lower-case hex
 * @param der the exact bytes
 * @param validFrom first instant of its own validity
 * @param validTo first instant after its own validity
 */
public record PartyCertificate(String fingerprint, byte[] der, Instant validFrom, Instant validTo) {

    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private static final Set<String> OTHERS = Set.of("EdDSA", "Ed25519");

    /** GOST R 34.10-2012 with 256 and 512 bits (RFC 9215), and STB 34.101.45: as Java names keys that it does not know. */
    private static final Set<String> NATIONAL =
            Set.of("1.2.643.7.1.1.1.1", "1.2.643.7.1.1.1.2", "1.2.112.0.2.0.34.101.45.2.1");

    /**
     * Reads a certificate as a person gives it.
     *
     * @param text PEM, or the base64 of the DER
     * @throws IllegalArgumentException with the reason, when it is no certificate or not fit to sign with
     */
    public static PartyCertificate read(String text) {
        String base64 =
                text.replaceAll("-----(BEGIN|END) (X509 |)CERTIFICATE-----", "").replaceAll("\\s", "");
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("not a certificate to sign with: " + unfit.getMessage(), unfit);
        }
    }

    /** The same of the DER itself. */
    public static PartyCertificate of(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            require(Arrays.equals(certificate.getEncoded(), der), "more or other bytes than one certificate in DER");
            requireStrong(certificate.getPublicKey());
            boolean[] usage = certificate.getKeyUsage();
            require(
                    usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION],
                    "its key usage allows no signatures");
            return new PartyCertificate(
                    fingerprint(der),
                    der,
                    certificate.getNotBefore().toInstant(),
                    // the second that X.509 names is still within
                    certificate.getNotAfter().toInstant().plusSeconds(1));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the bytes are no X.509 certificate", e);
        }
    }

    /** The SHA-256 of a certificate's bytes as the directory writes it. */
    public static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }

    /** A fingerprint as tools print it ({@code AB:CD:…}), as the directory writes it; what is none, as it is. */
    public static String canonical(String kid) {
        return kid.matches("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}")
                ? kid.replace(":", "").toLowerCase(Locale.ROOT)
                : kid;
    }

    /** Whether a key's algorithm is one of the national ones, which only some deployments verify. */
    public static boolean isNational(String algorithm) {
        return NATIONAL.contains(algorithm);
    }

    private static void requireStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            require(rsa.getModulus().bitLength() >= RSA_BITS, "an RSA key of less than 2048 bits");
        } else if (key instanceof ECPublicKey point) {
            require(point.getParams().getOrder().bitLength() >= CURVE_BITS, "a curve of less than 256 bits");
        } else {
            require(
                    OTHERS.contains(key.getAlgorithm()) || isNational(key.getAlgorithm()),
                    "the key must be RSA, EC, Ed25519, GOST R 34.10-2012 or STB 34.101.45, not " + key.getAlgorithm());
        }
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException(fault);
        }
    }
}
