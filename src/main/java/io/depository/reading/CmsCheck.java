package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.parties.Directory;
import io.depository.parties.PartyCertificate;
import io.depository.parties.RegisteredKey;
import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies a CMS signature (RFC 5652) by the certificates of the directory. A certificate in the message only says which
 * one is meant: it must be one that is registered, byte for byte, and the key is taken from the directory's copy; or lead to
 * an authority that is registered ({@link Chains}). Times that the signer wrote play no part; the instant of receipt does.
 */
final class CmsCheck {

    /** One is usual; a second one may help while algorithms change. */
    private static final int MOST_SIGNERS = 4;

    private static final int MOST_CERTIFICATES = 50;

    private final Directory directory;
    private final Chains chains;
    private final List<NationalVerifier> national;
    private final BouncyCastleProvider algorithms = new BouncyCastleProvider();

    CmsCheck(Directory directory, SmimeTrust trust) {
        this.directory = directory;
        this.chains = new Chains(directory, trust.revocations(), algorithms);
        this.national = trust.national();
    }

    /** A signature, taken apart, with the bytes that it is about and its own. */
    private record Signed(CMSSignedData data, byte[] content, byte[] cms) {}

    /**
     * What a signature covers, and what it is worth.
     *
     * @param content the very bytes that were verified, or that should have been
     */
    record Opened(byte[] content, SignatureCheck.Result result) {}

    /** Opens an opaque signature; empty where the bytes are no SignedData that carries data. */
    Optional<Opened> open(byte[] cms, Instant receivedAt) {
        if (!CmsSize.isBounded(cms)) {
            return Optional.empty();
        }
        try {
            CMSSignedData signed = new CMSSignedData(cms);
            CMSProcessable content = signed.getSignedContent();
            if (content == null
                    || !PKCSObjectIdentifiers.data.getId().equals(signed.getSignedContentTypeOID())
                    || !(content.getContent() instanceof byte[] bytes)) {
                return Optional.empty();
            }
            return Optional.of(new Opened(bytes, check(new Signed(signed, bytes, cms), receivedAt)));
        } catch (NationalVerifier.VerifierFailed ours) {
            throw ours;
        } catch (CMSException | RuntimeException malformed) {
            return Optional.empty(); // then the message carries no notification, and is told so
        }
    }

    /**
     * Checks a signature that stands beside what it signs. What is signed has CRLF line breaks (RFC 8551 §3.1.1), which a
     * file may have lost on its way; a signer who did not keep to that is heard as well.
     */
    Opened check(byte[] content, byte[] cms, Instant receivedAt) {
        if (!CmsSize.isBounded(cms)) {
            return new Opened(content, invalid("её строение слишком сложно", "it is made of too many elements"));
        }
        byte[] canonical = LineBreaks.canonical(content);
        SignatureCheck.Result result = checkDetached(canonical, cms, receivedAt);
        if (result.defects().isEmpty() || canonical.length == content.length) {
            return new Opened(canonical, result);
        }
        SignatureCheck.Result asWritten = checkDetached(content, cms, receivedAt);
        return asWritten.defects().isEmpty() ? new Opened(content, asWritten) : new Opened(canonical, result);
    }

    private SignatureCheck.Result checkDetached(byte[] content, byte[] cms, Instant receivedAt) {
        try {
            return check(
                    new Signed(new CMSSignedData(new CMSProcessableByteArray(content), cms), content, cms), receivedAt);
        } catch (NationalVerifier.VerifierFailed ours) {
            throw ours;
        } catch (CMSException | RuntimeException malformed) {
            return invalid("она не является CMS SignedData", "it is no CMS SignedData");
        }
    }

    /** Of nothing where a signature should be. */
    static SignatureCheck.Result missing() {
        return invalid("в письме её нет", "the message announces one and has none");
    }

    private SignatureCheck.Result check(Signed signed, Instant receivedAt) {
        Collection<SignerInformation> signers = signed.data().getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            return invalid("под ней никто не подписался", "it has no signer");
        }
        if (signers.size() > MOST_SIGNERS) {
            return invalid("подписавших больше " + MOST_SIGNERS, "it has more than " + MOST_SIGNERS + " signers");
        }
        List<X509CertificateHolder> carried = signed.data().getCertificates().getMatches(null).stream()
                .limit(MOST_CERTIFICATES)
                .toList();
        return SignatureCheck.Result.together(signers.stream()
                .map(signer -> check(signed, signer, carried, receivedAt))
                .toList());
    }

    private SignatureCheck.Result check(
            Signed signed, SignerInformation signer, List<X509CertificateHolder> carried, Instant receivedAt) {
        List<X509CertificateHolder> own =
                carried.stream().filter(signer.getSID()::match).toList();
        List<String> fingerprints =
                own.stream().map(CmsCheck::fingerprint).distinct().toList();
        if (fingerprints.isEmpty()) {
            return new SignatureCheck.Result(null, List.of(Findings.signerWithoutCertificate()));
        }
        List<RegisteredKey> registered = fingerprints.stream()
                .flatMap(fingerprint -> directory.findKey(fingerprint).stream())
                .filter(RegisteredKey::isCertificate)
                .toList();
        if (registered.isEmpty()) {
            return chains.check(own.get(0), carried, receivedAt)
                    .map(issued -> issued.key() == null ? issued : withSignature(issued, issued.key(), signed, signer))
                    .orElseGet(() ->
                            new SignatureCheck.Result(null, List.of(Findings.signerUnknown(fingerprints.get(0)))));
        }
        // Issuer and number may be the same in several certificates; the key tells which one it was.
        RegisteredKey key = registered.stream()
                .filter(one -> matches(signed, signer, one))
                .findFirst()
                .orElse(registered.get(0));
        List<Finding> defects = new ArrayList<>();
        SignatureCheck.standing(key, receivedAt, defects);
        if (defects.isEmpty() && !isValidAt(key, receivedAt)) {
            defects.add(Findings.keyNotValid(key.kid(), receivedAt));
        }
        ofSignature(signed, signer, key, defects);
        return new SignatureCheck.Result(key, defects);
    }

    private SignatureCheck.Result withSignature(
            SignatureCheck.Result issued, RegisteredKey key, Signed signed, SignerInformation signer) {
        List<Finding> defects = new ArrayList<>(issued.defects());
        ofSignature(signed, signer, key, defects);
        return new SignatureCheck.Result(key, defects, issued.doubt());
    }

    private void ofSignature(Signed signed, SignerInformation signer, RegisteredKey key, List<Finding> defects) {
        if (!CmsAlgorithms.areStrong(signer) && nationalFor(signer).isEmpty()) {
            defects.add(Findings.signatureInvalid(new Bilingual(
                    "допускаются SHA-256, SHA-384 и SHA-512 с RSA, RSA-PSS или ECDSA и Ed25519",
                    "it must use SHA-256, SHA-384 or SHA-512 with RSA, RSA-PSS or ECDSA, or Ed25519")));
        } else if (signer.getSignedAttributes() == null) {
            // Without them a signature can be moved to a text that looks like attributes.
            defects.add(Findings.signatureInvalid(
                    new Bilingual("в ней нет подписанных атрибутов", "it has no signed attributes")));
        } else if (!matches(signed, signer, key)) {
            defects.add(Findings.signatureInvalid(new Bilingual(
                    "она не соответствует тексту и сертификату", "it does not match the text and the certificate")));
        }
    }

    private Optional<NationalVerifier> nationalFor(SignerInformation signer) {
        return national.stream()
                .filter(one -> one.knows(signer.getDigestAlgOID(), signer.getEncryptionAlgOID()))
                .findFirst();
    }

    private boolean matches(Signed signed, SignerInformation signer, RegisteredKey key) {
        if (!CmsAlgorithms.areStrong(signer)) {
            return nationalFor(signer)
                    .map(one -> one.matches(signed.content(), signed.cms(), key.publicKey()))
                    .orElse(false);
        }
        try {
            X509CertificateHolder certificate = new X509CertificateHolder(key.publicKey());
            // The key alone: a verifier that knows the certificate would ask it about the time that the signer wrote.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(algorithms)
                    .build(BouncyCastleProvider.getPublicKey(certificate.getSubjectPublicKeyInfo())));
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException mismatch) {
            return false; // the caller makes a finding of it
        }
    }

    private static boolean isValidAt(RegisteredKey key, Instant receivedAt) {
        PartyCertificate certificate = PartyCertificate.of(key.publicKey());
        return !receivedAt.isBefore(certificate.validFrom()) && receivedAt.isBefore(certificate.validTo());
    }

    private static String fingerprint(X509CertificateHolder certificate) {
        try {
            return PartyCertificate.fingerprint(certificate.getEncoded());
        } catch (IOException unwritable) {
            throw new IllegalStateException("A certificate that was read cannot be written", unwritable);
        }
    }

    private static SignatureCheck.Result invalid(String ru, String en) {
        return new SignatureCheck.Result(null, List.of(Findings.signatureInvalid(new Bilingual(ru, en))));
    }
}
