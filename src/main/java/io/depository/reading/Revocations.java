package io.depository.reading;

import io.depository.parties.RevocationLists;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate had been revoked by its issuer at an instant (RFC 5280 §6.3, whole lists of the issuer's own). Of
 * several lists each is heard that the issuer has signed: what one of them says revoked stays so, though a later one no
 * longer names a certificate that has ended. Known it is when one of them was still in force at that instant.
 */
final class Revocations {

    private final RevocationLists lists;
    private final BouncyCastleProvider algorithms;

    Revocations(RevocationLists lists, BouncyCastleProvider algorithms) {
        this.lists = lists;
        this.algorithms = algorithms;
    }

    /**
     * What the lists say.
     *
     * @param revokedAt since when; null where it had not been revoked, as far as is known
     * @param isKnown whether a list was in force
     */
    record Answer(@Nullable Instant revokedAt, boolean isKnown) {}

    Answer of(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        boolean known = false;
        for (X509CRLHolder list : lists.of(issuer.getSubject())) {
            if (!isGenuine(list, issuer)) {
                continue;
            }
            X509CRLEntryHolder entry = list.getRevokedCertificate(certificate.getSerialNumber());
            if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                return new Answer(entry.getRevocationDate().toInstant(), true);
            }
            Date next = list.getNextUpdate();
            known |= next != null && next.toInstant().isAfter(at);
        }
        return new Answer(null, known);
    }

    /** The latest instant before which a list of the issuer's is in force; null where it has none. */
    @Nullable
    Instant inForceUntil(X509CertificateHolder issuer) {
        return lists.of(issuer.getSubject()).stream()
                .filter(list -> isGenuine(list, issuer))
                .map(X509CRLHolder::getNextUpdate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Lists that are partial or about others' certificates say so in a critical extension, and are passed over. */
    private boolean isGenuine(X509CRLHolder list, X509CertificateHolder issuer) {
        try {
            KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
            return list.getCriticalExtensionOIDs().isEmpty()
                    && list.getExtension(Extension.deltaCRLIndicator) == null
                    && (usage == null || usage.hasUsages(KeyUsage.cRLSign))
                    && CmsAlgorithms.isStrongOfCertificate(
                            list.toASN1Structure().getSignatureAlgorithm().getAlgorithm())
                    && list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(algorithms)
                            .build(issuer.getSubjectPublicKeyInfo()));
        } catch (Exception unfit) { // whatever is wrong with it, it is no list of that issuer's
            return false;
        }
    }
}
