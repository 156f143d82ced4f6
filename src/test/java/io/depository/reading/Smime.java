package io.depository.reading;

import io.depository.testing.Authority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Ministries that sign their mail (RFC 8551), with real certificates made for the test. */
final class Smime {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private Smime() {}

    /** A key with its self-signed certificate. */
    record Signer(
            KeyPair pair, X509CertificateHolder certificate, String algorithm, boolean attributes, boolean carried) {

        /** EC P-256, valid from 2020 until that instant. */
        static Signer until(String name, Instant end) {
            return of(name, "EC", 256, "SHA256withECDSA", end);
        }

        static Signer of(String name, String keys, int bits, String algorithm, Instant end) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
                if (bits > 0) {
                    generator.initialize(bits);
                }
                KeyPair pair = generator.generateKeyPair();
                X500Name subject = new X500Name("CN=" + name);
                String own = keys.equals("RSA") ? "SHA256withRSA" : algorithm;
                X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(7),
                                Date.from(Keys.LONG_AGO),
                                Date.from(end),
                                subject,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(own).setProvider(BC).build(pair.getPrivate()));
                return new Signer(pair, certificate, algorithm, true, true);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** GOST R 34.10-2012 with 256 or 512 bits over Streebog (RFC 7836 parameters). */
        static Signer gost(String name, int bits, Instant end) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("ECGOST3410-2012", BC);
                generator.initialize(new ECGenParameterSpec("Tc26-Gost-3410-12-" + bits + "-paramSetA"));
                KeyPair pair = generator.generateKeyPair();
                String algorithm = "GOST3411-2012-" + bits + "WITHECGOST3410-2012-" + bits;
                X500Name subject = new X500Name("CN=" + name);
                X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(7),
                                Date.from(Keys.LONG_AGO),
                                Date.from(end),
                                subject,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm)
                                .setProvider(BC)
                                .build(pair.getPrivate()));
                return new Signer(pair, certificate, algorithm, true, true);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** One with a certificate of an authority's. */
        static Signer of(Authority.Holder holder) {
            try {
                return new Signer(
                        holder.keys(),
                        new JcaX509CertificateHolder(holder.certificate()),
                        "SHA256withECDSA",
                        true,
                        true);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        Signer with(String otherAlgorithm) {
            return new Signer(pair, certificate, otherAlgorithm, attributes, carried);
        }

        Signer withoutAttributes() {
            return new Signer(pair, certificate, algorithm, false, carried);
        }

        Signer withoutCertificate() {
            return new Signer(pair, certificate, algorithm, attributes, false);
        }

        /** The other's key under this one's certificate. */
        Signer withKeyOf(Signer other) {
            return new Signer(other.pair, certificate, algorithm, attributes, carried);
        }

        byte[] der() {
            try {
                return certificate.getEncoded();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private SignerInfoGenerator generator() throws GeneralSecurityException, OperatorCreationException {
            return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BC)
                            .build())
                    .setDirectSignature(!attributes)
                    .build(
                            new JcaContentSignerBuilder(algorithm)
                                    .setProvider(BC)
                                    .build(pair.getPrivate()),
                            new JcaX509CertificateConverter().getCertificate(certificate));
        }
    }

    /** The entity as multipart/signed, with that header before it. */
    static byte[] signed(String header, byte[] entity, Signer... signers) {
        return pair(header, entity, cms(entity, false, signers));
    }

    /** An entity with whatever signature beside it. */
    static byte[] pair(String header, byte[] entity, byte[] cms) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        String boundary = "sig-" + entity.length;
        mail.writeBytes(Mails.raw(header + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\n"
                + " micalg=sha-256; boundary=\"" + boundary + "\"\n\nThis is signed.\n--" + boundary + "\n"));
        mail.writeBytes(entity);
        mail.writeBytes(Mails.raw("\n--" + boundary + "\n"));
        mail.writeBytes(Mails.attachment("application/pkcs7-signature", "smime.p7s", cms));
        mail.writeBytes(Mails.raw("\n--" + boundary + "--\n"));
        return mail.toByteArray();
    }

    /** The entity inside its signature. */
    static byte[] opaque(String header, byte[] entity, Signer... signers) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(Mails.raw(header));
        mail.writeBytes(Mails.attachment(
                "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
                "smime.p7m",
                cms(entity, true, signers)));
        return mail.toByteArray();
    }

    static byte[] cms(byte[] entity, boolean enclosed, Signer... signers) {
        return cms(entity, enclosed, List.of(), signers);
    }

    /** With other certificates beside those of the signers. */
    static byte[] cms(byte[] entity, boolean enclosed, List<X509Certificate> beside, Signer... signers) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            List<X509CertificateHolder> carried = new ArrayList<>();
            for (Signer signer : signers) {
                generator.addSignerInfoGenerator(signer.generator());
                if (signer.carried) {
                    carried.add(signer.certificate);
                }
            }
            generator.addCertificates(new JcaCertStore(carried));
            generator.addCertificates(new JcaCertStore(beside));
            return generator
                    .generate(new CMSProcessableByteArray(entity), enclosed)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
