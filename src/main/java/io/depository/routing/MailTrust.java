package io.depository.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom the depository takes for its mail server: a certificate that leads to one of those in the PEM file {@code
 * depository.mail.trust}, or to one that the Java runtime trusts. That the name in it is the server's is checked besides.
 */
@Component("mailTrust")
final class MailTrust extends SSLContextParameters {

    @Override
    public SSLContext createSSLContext(CamelContext context) throws GeneralSecurityException, IOException {
        return contextFor(context.resolvePropertyPlaceholders("{{depository.mail.trust:}}"));
    }

    /**
     * TLS with that trust.
     *
     * @param file the PEM file; blank where only the runtime's certificates count
     */
    static SSLContext contextFor(String file) throws GeneralSecurityException, IOException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, file.isBlank() ? null : trustManagers(Path.of(file)), null);
        return tls;
    }

    private static TrustManager[] trustManagers(Path file) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (Certificate certificate : certificatesIn(file)) {
            trusted.setCertificateEntry("own-" + trusted.size(), certificate);
        }
        for (TrustManager manager : managersOf(null)) {
            if (manager instanceof X509TrustManager ofTheRuntime) {
                for (X509Certificate certificate : ofTheRuntime.getAcceptedIssuers()) {
                    trusted.setCertificateEntry("runtime-" + trusted.size(), certificate);
                }
            }
        }
        return managersOf(trusted);
    }

    private static Iterable<? extends Certificate> certificatesIn(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new IOException("depository.mail.trust: " + file + " holds no certificate in PEM form");
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IOException("depository.mail.trust: " + file + " holds no certificates in PEM form", e);
        }
    }

    private static TrustManager[] managersOf(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
