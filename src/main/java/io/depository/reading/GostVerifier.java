package io.depository.reading;

import io.depository.parties.PartyCertificate;
import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * GOST R 34.10-2012 with keys of 256 and 512 bits over Streebog (GOST R 34.11-2012): RFC 7091 and RFC 6986, with the
 * parameters of RFC 7836 and certificates by RFC 9215.
 */
public final class GostVerifier implements NationalVerifier {

    private static final Set<String> DIGESTS = Set.of(
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512.getId());

    /** By the key's algorithm, as CMS has it, or by that of key and digest together. */
    private static final Set<String> SIGNATURES = Set.of(
            RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512.getId(),
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256.getId(),
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512.getId());

    private final BouncyCastleProvider algorithms = new BouncyCastleProvider();

    @Override
    public boolean knows(String digest, String signature) {
        return DIGESTS.contains(digest) && SIGNATURES.contains(signature);
    }

    @Override
    public boolean matches(byte[] content, byte[] cms, byte[] certificate) {
        try {
            X509CertificateHolder signer = new X509CertificateHolder(certificate);
            for (SignerInformation one : new CMSSignedData(new CMSProcessableByteArray(content), cms)
                    .getSignerInfos()
                    .getSigners(new SignerId(signer.getIssuer(), signer.getSerialNumber()))) {
                if (knows(one.getDigestAlgOID(), one.getEncryptionAlgOID()) && isBy(signer, one)) {
                    return true;
                }
            }
            return false;
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException mismatch) {
            return false; // the caller makes a finding of it
        }
    }

    private boolean isBy(X509CertificateHolder signer, SignerInformation one)
            throws CMSException, OperatorCreationException, IOException {
        return PartyCertificate.isNational(signer.getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getAlgorithm()
                        .getId())
                && one.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(algorithms)
                        .build(BouncyCastleProvider.getPublicKey(signer.getSubjectPublicKeyInfo())));
    }
}
