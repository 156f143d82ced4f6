package io.depository.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs a whole mail as S/MIME (RFC 8551, {@code multipart/signed}): the notification is an attachment inside, and the
 * signature stands beside it with the certificate.
 */
public final class SmimeSigning {

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final String address;

    private SmimeSigning(PrivateKey key, X509Certificate certificate, String party) {
        this.key = key;
        this.certificate = certificate;
        this.address = "mfa@" + party.toLowerCase(Locale.ROOT) + ".local";
    }

    /** The demo certificate of the party: {@code smime-private.pem} (PKCS#8, P-256) and {@code smime-cert.pem}. */
    public static SmimeSigning withDemoKey(Path home, String party) throws IOException {
        Path folder = home.resolve("demo-keys").resolve(party);
        Path pem = folder.resolve("smime-private.pem");
        if (!Files.isReadable(pem)) {
            throw new IOException("No certificate of " + party + " at " + pem
                    + ". Has the depository been started here (mvn spring-boot:test-run)? DEPOSITORY_HOME says where.");
        }
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("smime-cert.pem"))));
            return new SmimeSigning(key, certificate, party);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key and certificate in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The mail, ready to be sent or written to a file as it is. */
    public byte[] sign(byte[] notification, String fileName) throws IOException {
        String boundary = "signed-" + UUID.randomUUID();
        byte[] signed =
                attachment(fileName.endsWith(".jws") ? "application/jose" : "application/json", fileName, notification);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.write(lines(
                "From: " + address,
                "To: notifications@depository.local",
                "Subject: Notification",
                "Message-ID: <" + UUID.randomUUID() + "@" + address.substring(address.indexOf('@') + 1) + ">",
                "MIME-Version: 1.0",
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";",
                " micalg=sha-256; boundary=\"" + boundary + "\"",
                "",
                "--" + boundary));
        mail.write(signed);
        mail.write(lines("", "--" + boundary));
        mail.write(attachment("application/pkcs7-signature", "smime.p7s", signature(signed)));
        mail.write(lines("", "--" + boundary + "--"));
        return mail.toByteArray();
    }

    private byte[] signature(byte[] signed) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator.generate(new CMSProcessableByteArray(signed)).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("Could not sign as " + address + ": " + e.getMessage(), e);
        }
    }

    /** Base64 leaves the bytes alone on every way; what is signed has CRLF line breaks. */
    private static byte[] attachment(String type, String fileName, byte[] content) {
        return lines(
                "Content-Type: " + type,
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment; filename=\"" + fileName + "\"",
                "",
                Base64.getMimeEncoder().encodeToString(content));
    }

    private static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
