package io.depository.reading;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/** Which algorithms an S/MIME signature may use: SHA-2 with RSA, RSA-PSS or ECDSA, and Ed25519 (RFC 8551 §2.1, §2.2). */
final class CmsAlgorithms {

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.rsaEncryption, // with the digest named beside it (RFC 3370 §3.2)
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519);

    /** With which authorities may have signed certificates and lists. */
    private static final Set<ASN1ObjectIdentifier> OF_CERTIFICATES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519,
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256,
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512);

    private CmsAlgorithms() {}

    /** Whether an authority's signature of that kind is of a strength that counts. */
    static boolean isStrongOfCertificate(ASN1ObjectIdentifier signature) {
        return OF_CERTIFICATES.contains(signature);
    }

    /** Whether digest and signature of that signer are of a strength that counts. */
    static boolean areStrong(SignerInformation signer) {
        if (!DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())) {
            return false;
        }
        AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        return PKCSObjectIdentifiers.id_RSASSA_PSS.equals(signature.getAlgorithm())
                ? isStrongPss(signature)
                : SIGNATURES.contains(signature.getAlgorithm());
    }

    /** Left out, the parameters of PSS mean SHA-1 (RFC 4055 §3.1). */
    private static boolean isStrongPss(AlgorithmIdentifier pss) {
        if (pss.getParameters() == null) {
            return false;
        }
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(pss.getParameters());
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        return DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm())
                && mask != null
                && DIGESTS.contains(mask.getAlgorithm());
    }
}
