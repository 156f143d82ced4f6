package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * An authority whose certificates speak for a party: those alone whose subject names what was agreed, for an authority
 * issues certificates to many.
 *
 * @param kid SHA-256 of its certificate in lower-case hex, a dot and the party, since it may be registered for several
 * @param der its certificate
 * @param subject the attributes that a certificate's subject must have, RFC 4514: {@code O=Ministry of Foreign Affairs,C=KG}
 * @param validFrom first instant of its certificate's validity
 * @param validTo first instant after it
 */
public record PartyAuthority(String kid, byte[] der, String subject, Instant validFrom, Instant validTo) {

    private static final int CERTIFICATE_SIGNING = 5;

    /**
     * Reads an authority as a person gives it.
     *
     * @param text its certificate: PEM, or the base64 of the DER
     * @throws IllegalArgumentException with the reason, when it is none or the subject names nothing
     */
    public static PartyAuthority read(PartyCode party, String text, String subject) {
        String base64 =
                text.replaceAll("-----(BEGIN|END) (X509 |)CERTIFICATE-----", "").replaceAll("\\s", "");
        byte[] der = Base64.getDecoder().decode(base64);
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            boolean[] usage = certificate.getKeyUsage();
            require(Arrays.equals(certificate.getEncoded(), der), "more or other bytes than one certificate in DER");
            require(certificate.getBasicConstraints() >= 0, "the certificate is no authority's (basicConstraints)");
            require(usage == null || usage[CERTIFICATE_SIGNING], "its key usage allows no issuing of certificates");
            require(new X500Name(subject).getRDNs().length > 0, "subject must name at least one attribute");
            return new PartyAuthority(
                    PartyCertificate.fingerprint(der) + "." + party,
                    der,
                    subject,
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant().plusSeconds(1));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the bytes are no X.509 certificate", e);
        }
    }

    /** Whether the subject of a certificate has every attribute that is wanted; spaces and capitals play no part. */
    public static boolean names(X500Name certificate, String wanted) {
        RDN[] has = certificate.getRDNs();
        return Arrays.stream(new X500Name(wanted).getRDNs())
                .allMatch(one -> Arrays.stream(has).anyMatch(other -> IETFUtils.rDNAreEqual(one, other)));
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException(fault);
        }
    }
}
