package io.depository.local;

import io.depository.parties.KeyThumbprint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The keys with which demo parties sign, made at the first start in {@code <home>/demo-keys/<PARTY>/}:
 * {@code jws-private.pem} (PKCS#8, Ed25519), {@code jws-public.pem} (X.509), {@code jws-kid.txt} (RFC 7638 thumbprint),
 * {@code smime-private.pem} (PKCS#8, P-256) and {@code smime-cert.pem} (self-signed, RFC 8550). A party's folder appears
 * with all of them or not at all, and never changes.
 */
final class DemoKeys {

    /** From when on the demo keys are valid: before anything that local mode can receive. */
    static final Instant VALID_FROM = Instant.parse("2025-01-01T00:00:00Z");

    private static final Instant CERTIFICATE_VALID_TO = Instant.parse("2045-01-01T00:00:00Z");

    private final Path folder;

    private DemoKeys(Path folder) {
        this.folder = folder;
    }

    /** The party's keys in this home; made where it has none. */
    static DemoKeys of(DemoState state, Path home) {
        Path parent = home.resolve("demo-keys");
        Path folder = parent.resolve(state.party().value());
        try {
            if (!Files.exists(folder)) {
                Path incomplete = parent.resolve("." + state.party() + ".incomplete");
                PrivateFiles.removeAll(incomplete);
                Files.createDirectories(incomplete);
                make(state, incomplete);
                PrivateFiles.giveName(incomplete, folder);
            }
            return new DemoKeys(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Demo keys cannot be kept in " + folder, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Demo keys cannot be made", e);
        }
    }

    /** The RFC 7638 thumbprint of the signature key. */
    String kid() {
        return read("jws-kid.txt").strip();
    }

    /** The public signature key: base64 of its X.509 SubjectPublicKeyInfo. */
    String publicKey() {
        return read("jws-public.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    /** The certificate for S/MIME: base64 of its DER. */
    String certificate() {
        return read("smime-cert.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Demo key " + folder.resolve(name) + " cannot be read", e);
        }
    }

    private static void make(DemoState state, Path folder)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair jws = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] publicKey = jws.getPublic().getEncoded();
        PrivateFiles.writeSecret(folder.resolve("jws-private.pem"), pem(jws.getPrivate()));
        PrivateFiles.write(folder.resolve("jws-public.pem"), pem("PUBLIC KEY", publicKey));
        PrivateFiles.write(folder.resolve("jws-kid.txt"), KeyThumbprint.of("EdDSA", publicKey) + "\n");

        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair smime = generator.generateKeyPair();
        PrivateFiles.writeSecret(folder.resolve("smime-private.pem"), pem(smime.getPrivate()));
        PrivateFiles.write(
                folder.resolve("smime-cert.pem"),
                pem("CERTIFICATE", certificate(state, smime).getEncoded()));
    }

    private static X509Certificate certificate(DemoState state, KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, state.party().value())
                .addRDN(
                        BCStyle.O,
                        "Ministry of Foreign Affairs, " + state.name().en())
                .addRDN(BCStyle.CN, "Demo key of " + state.mailAddress())
                .build();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(1, pair.getPublic().getEncoded()).mod(BigInteger.ONE.shiftLeft(Long.SIZE - 1)),
                Date.from(VALID_FROM),
                Date.from(CERTIFICATE_VALID_TO),
                subject,
                pair.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        certificate.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        certificate.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, state.mailAddress())));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(PrivateKey key) throws IOException {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static String pem(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }
}
