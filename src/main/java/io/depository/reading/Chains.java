package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.Directory;
import io.depository.parties.PartyAuthority;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.parties.RevocationLists;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Finds for whom a certificate speaks that is not registered itself: it must lead (RFC 5280 §6) to an authority that is
 * registered for a party, name what was agreed for that party, and be revoked by nobody on its way; all as of the instant
 * of receipt. Where what is revoked is not known for that instant, it is doubtful: never trusted, and held for people.
 */
final class Chains {

    private static final int LONGEST = 5;

    /** Signatures that are verified to find one way: a message can carry certificates that all look like the next one. */
    private static final int MOST_STEPS = 40;

    private final Directory directory;
    private final Revocations revocations;
    private final BouncyCastleProvider algorithms;

    Chains(Directory directory, RevocationLists lists, BouncyCastleProvider algorithms) {
        this.directory = directory;
        this.revocations = new Revocations(lists, algorithms);
        this.algorithms = algorithms;
    }

    /** What is to be said of the certificate; empty where it leads to no authority of anybody's. */
    Optional<SignatureCheck.Result> check(
            X509CertificateHolder signer, Collection<X509CertificateHolder> carried, Instant receivedAt) {
        List<RegisteredKey> authorities = directory.listAuthorities();
        if (authorities.isEmpty()) {
            return Optional.empty();
        }
        return new Search(authorities, carried)
                .find(List.of(signer), signer)
                .filter(path -> isValid(path, receivedAt))
                .map(path -> judge(path, authorities, receivedAt));
    }

    /** From the signer's certificate upwards, the authority's own last. */
    private record Way(List<X509CertificateHolder> certificates) {

        X509CertificateHolder signer() {
            return certificates.get(0);
        }

        X509CertificateHolder authority() {
            return certificates.get(certificates.size() - 1);
        }
    }

    private final class Search {

        private final List<X509CertificateHolder> roots;
        private final Collection<X509CertificateHolder> carried;
        private int steps;

        Search(List<RegisteredKey> authorities, Collection<X509CertificateHolder> carried) {
            this.roots = authorities.stream()
                    .map(RegisteredKey::publicKey)
                    .map(Chains::holder)
                    .distinct()
                    .toList();
            this.carried = carried;
        }

        Optional<Way> find(List<X509CertificateHolder> path, X509CertificateHolder last) {
            for (X509CertificateHolder root : roots) {
                if (isIssuer(root, last)) {
                    List<X509CertificateHolder> all = new ArrayList<>(path);
                    all.add(root);
                    return Optional.of(new Way(all));
                }
            }
            for (X509CertificateHolder next : path.size() < LONGEST ? carried : List.<X509CertificateHolder>of()) {
                if (!path.contains(next) && isIssuer(next, last)) {
                    List<X509CertificateHolder> longer = new ArrayList<>(path);
                    longer.add(next);
                    Optional<Way> way = find(longer, next);
                    if (way.isPresent()) {
                        return way;
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isIssuer(X509CertificateHolder issuer, X509CertificateHolder of) {
            return issuer.getSubject().equals(of.getIssuer())
                    && CmsAlgorithms.isStrongOfCertificate(
                            of.getSignatureAlgorithm().getAlgorithm())
                    && steps++ < MOST_STEPS
                    && isSignedBy(issuer, of);
        }
    }

    private boolean isSignedBy(X509CertificateHolder issuer, X509CertificateHolder of) {
        try {
            return of.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(algorithms)
                    .build(issuer.getSubjectPublicKeyInfo()));
        } catch (Exception unfit) { // whatever a stranger's certificate makes of it
            return false;
        }
    }

    private boolean isValid(Way way, Instant receivedAt) {
        try {
            PartyCertificate.of(way.signer().getEncoded());
            if (!maySignMail(way.signer())) {
                return false;
            }
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter().setProvider(algorithms);
            List<X509Certificate> path = new ArrayList<>();
            for (X509CertificateHolder one :
                    way.certificates().subList(0, way.certificates().size() - 1)) {
                path.add(converter.getCertificate(one));
            }
            X509Certificate authority = converter.getCertificate(way.authority());
            authority.checkValidity(Date.from(receivedAt));
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            rules.setRevocationEnabled(false); // asked below, as of the instant of receipt
            rules.setDate(Date.from(receivedAt));
            CertPathValidator.getInstance("PKIX", algorithms)
                    .validate(
                            CertificateFactory.getInstance("X.509", algorithms).generateCertPath(path), rules);
            return true;
        } catch (GeneralSecurityException | IOException | RuntimeException invalid) {
            return false; // the caller says that it leads to nobody
        }
    }

    private static boolean maySignMail(X509CertificateHolder signer) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(signer.getExtensions());
        return usage == null
                || usage.hasKeyPurposeId(KeyPurposeId.id_kp_emailProtection)
                || usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
    }

    private SignatureCheck.Result judge(Way way, List<RegisteredKey> authorities, Instant receivedAt) {
        String fingerprint = PartyCertificate.fingerprint(bytes(way.signer()));
        List<RegisteredKey> speaking = authorities.stream()
                .filter(one -> holder(one.publicKey()).equals(way.authority()))
                .filter(one -> PartyAuthority.names(way.signer().getSubject(), String.valueOf(one.subject())))
                .toList();
        if (speaking.size() != 1) {
            return new SignatureCheck.Result(null, List.of(Findings.signerUnknown(fingerprint)));
        }
        RegisteredKey authority = speaking.get(0);
        List<Finding> defects = new ArrayList<>();
        SignatureCheck.standing(authority, receivedAt, defects);
        Bilingual doubt = null;
        for (int i = 0; i + 1 < way.certificates().size(); i++) {
            Revocations.Answer answer =
                    revocations.of(way.certificates().get(i), way.certificates().get(i + 1), receivedAt);
            if (answer.revokedAt() != null) {
                defects.add(Findings.keyRevoked(fingerprint, answer.revokedAt()));
            } else if (!answer.isKnown()) {
                doubt = doubtAbout(way.certificates().get(i + 1));
            }
        }
        return new SignatureCheck.Result(keyOf(way.signer(), fingerprint, authority.party()), defects, doubt);
    }

    private static RegisteredKey keyOf(X509CertificateHolder signer, String fingerprint, PartyCode party) {
        return new RegisteredKey(
                fingerprint,
                party,
                RegisteredKey.S_MIME,
                bytes(signer),
                signer.getNotBefore().toInstant(),
                signer.getNotAfter().toInstant().plusSeconds(1),
                null);
    }

    private static Bilingual doubtAbout(X509CertificateHolder issuer) {
        String name = issuer.getSubject().toString();
        return new Bilingual(
                "Подпись верна, но у депозитария нет действовавшего в момент получения списка отозванных сертификатов"
                        + " удостоверяющего центра «" + name
                        + "». Уведомление рассмотрят сотрудники депозитария; о решении"
                        + " будет сообщено вторым подтверждением.",
                "The signature fits, but the depository has no list of revoked certificates of the authority \"" + name
                        + "\" that was in force at receipt. The depository's staff will review the notification; a second"
                        + " acknowledgement will tell the decision.");
    }

    private static X509CertificateHolder holder(byte[] der) {
        try {
            return new X509CertificateHolder(der);
        } catch (IOException unreadable) {
            throw new IllegalStateException("An authority in the directory is no certificate", unreadable);
        }
    }

    private static byte[] bytes(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException unwritable) {
            throw new IllegalStateException("A certificate that was read cannot be written", unwritable);
        }
    }
}
