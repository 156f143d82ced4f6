package io.depository.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates and lists of revoked ones (RFC 5280), with real keys (P-256), made for the test. */
public final class Authority {

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2046-01-01T00:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys = pair();
    private final X509Certificate certificate;

    private Authority(Authority above, String name) {
        X500Name subject = new X500Name(name);
        Authority issuer = above == null ? this : above;
        X500Name issuerName = above == null ? subject : above.name();
        this.certificate = issuer.issue(issuerName, subject, keys, FROM, TO, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    /** A root. */
    public static Authority root(String name) {
        return new Authority(null, name);
    }

    /** An authority below this one. */
    public Authority below(String name) {
        return new Authority(this, name);
    }

    /** A key with its certificate. */
    public record Holder(KeyPair keys, X509Certificate certificate) {

        /** Both in a key store whose password is {@code secret}. */
        public KeyStore keyStore() {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("own", keys.getPrivate(), "secret".toCharArray(), new Certificate[] {certificate});
                return store;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A certificate that it may not issue. */
        public Holder issue(String name) {
            KeyPair own = pair();
            X500Name issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            return new Holder(own, certified(issuer, keys, new X500Name(name), own, FROM, TO, builder -> {}));
        }

        /** Both as PEM. */
        public String pem() {
            return Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded()) + Authority.pem(certificate);
        }
    }

    /** A certificate to sign with and to log in by, for a name and, where one is given, a host. */
    public Holder issue(String name, String... hosts) {
        return issue(name, FROM, TO, hosts);
    }

    public Holder issue(String name, Instant from, Instant to, String... hosts) {
        KeyPair own = pair();
        return new Holder(own, issue(name(), new X500Name(name), own, from, to, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            for (String host : hosts) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            }
        }));
    }

    /** A list of what it has revoked, and when (DER). */
    public byte[] revocations(Instant thisUpdate, Instant nextUpdate, Map<X509Certificate, Instant> revoked) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(name(), Date.from(thisUpdate));
        list.setNextUpdate(Date.from(nextUpdate));
        revoked.forEach(
                (one, at) -> list.addCRLEntry(one.getSerialNumber(), Date.from(at), CRLReason.cessationOfOperation));
        try {
            return list.build(signer(keys)).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    /** As the certificate writes it. */
    private X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private X509Certificate issue(
            X500Name issuer, X500Name subject, KeyPair own, Instant from, Instant to, Extensions extensions) {
        return certified(issuer, keys, subject, own, from, to, extensions);
    }

    private static X509Certificate certified(
            X500Name issuer,
            KeyPair issuing,
            X500Name subject,
            KeyPair own,
            Instant from,
            Instant to,
            Extensions extensions) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                subject,
                own.getPublic());
        try {
            extensions.addTo(builder);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuing)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(KeyPair keys) {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
