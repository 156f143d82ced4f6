package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.depository.correspondence.MailWriter;
import io.depository.dispatch.Claims;
import io.depository.dispatch.Enclosing;
import io.depository.dispatch.MailPost;
import io.depository.dispatch.Report;
import io.depository.dispatch.Settlement;
import io.depository.local.EmbeddedMail;
import io.depository.outbox.Attempt;
import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail server is spoken to over TLS or not at all, and only where its certificate is trusted and names it. */
class MailTlsTest {

    private static final String KEY_STORE = "greenmail.tls.keystore.file";
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static GreenMail server;

    /** A server with a certificate of its own, for localhost; it offers TLS from the first byte, and none on the others. */
    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("mail.p12");
        makeCertificate(keys);
        Files.writeString(folder.resolve("trusted.pem"), certificateIn(keys));
        System.setProperty(KEY_STORE, keys.toString());
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        for (String address : List.of(EmbeddedMail.DEPOSITORY, "mfa@kg.local")) {
            server.getUserManager().createUser(address, address, address);
        }
    }

    @AfterAll
    static void stop() {
        System.clearProperty(KEY_STORE);
        server.stop();
    }

    @Test
    void sendsOverTlsToAServerWhoseCertificateIsTrusted() throws Exception {
        int before = server.getReceivedMessages().length;

        Attempt attempt = send("smtps://localhost:" + server.getSmtps().getPort(), "trusted.pem", true);

        assertThat(attempt.outcome()).as(attempt.answer()).isEqualTo(Attempt.Outcome.SENT);
        assertThat(server.getReceivedMessages()).hasSize(before + 1);
    }

    @Test
    void sendsFromAnAddressThatNamesTheDeliveryToThoseWhoReportThatItFailed() throws Exception {
        List<String> senders = new CopyOnWriteArrayList<>();
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            senders.add(message.getReturnPath().getEmail());
            return server.getUserManager().getUserByEmail(address.getEmail());
        });

        Attempt attempt = send("smtp://localhost:" + server.getSmtp().getPort(), "", false);

        assertThat(senders).containsExactly("bounces+" + attempt.delivery() + "@depository.local");
    }

    @ParameterizedTest
    @CsvSource({
        "smtps, localhost, '', true, certification path",
        "smtps, 127.0.0.1, trusted.pem, true, subject alternative names",
        "smtp, localhost, trusted.pem, true, STARTTLS"
    })
    void keepsALetterFromAServerThatItCannotBeSureOf(String scheme, String host, String trust, boolean tls, String why)
            throws Exception {
        int before = server.getReceivedMessages().length;
        int port = scheme.equals("smtps")
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();

        Attempt attempt = send(scheme + "://" + host + ":" + port, trust, tls);

        assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.DEFERRED);
        assertThat(attempt.answer()).contains(why);
        assertThat(server.getReceivedMessages()).hasSize(before);
    }

    @Test
    void sendsWithoutTlsOnlyWhereThatIsAllowed() throws Exception {
        Attempt attempt = send("smtp://localhost:" + server.getSmtp().getPort(), "", false);

        assertThat(attempt.outcome()).as(attempt.answer()).isEqualTo(Attempt.Outcome.SENT);
    }

    @ParameterizedTest
    @CsvSource({"imaps, trusted.pem, true", "imap, '', false"})
    void readsTheMailbox(String scheme, String trust, boolean tls) throws Exception {
        assertThat(mailbox(scheme, "localhost", trust, tls).readNext()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "imaps, localhost, '', certification path",
        "imaps, 127.0.0.1, trusted.pem, subject alternative names",
        "imap, localhost, trusted.pem, STARTTLS",
        "imaps, localhost, nothing.pem, nothing.pem"
    })
    void readsNothingFromAServerThatItCannotBeSureOf(String scheme, String host, String trust, String why)
            throws Exception {
        Mailbox mailbox = mailbox(scheme, host, trust, true);

        assertThatThrownBy(mailbox::readNext)
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining(why);
    }

    private static Mailbox mailbox(String scheme, String host, String trust, boolean tls) {
        int port = scheme.equals("imaps")
                ? server.getImaps().getPort()
                : server.getImap().getPort();
        MailboxEndpoint endpoint = new MailboxEndpoint(
                "mailbox:INBOX", new MailboxComponent(Clock.systemUTC()), "INBOX", Clock.systemUTC());
        endpoint.setUrl(scheme + "://" + host + ":" + port);
        endpoint.setUsername(EmbeddedMail.DEPOSITORY);
        endpoint.setPassword(EmbeddedMail.DEPOSITORY);
        endpoint.setTls(tls);
        endpoint.setTrust(path(trust));
        return new Mailbox(endpoint, Clock.systemUTC());
    }

    private static Attempt send(String smtp, String trust, boolean tls) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("depository.mail.smtp", smtp);
        settings.setProperty("depository.mail.user", EmbeddedMail.DEPOSITORY);
        settings.setProperty("depository.mail.password", EmbeddedMail.DEPOSITORY);
        settings.setProperty("depository.mail.trust", path(trust));
        settings.setProperty("depository.mail.tls", Boolean.toString(tls));
        try (TestOutbox house = TestOutbox.fresh();
                DefaultCamelContext context = new DefaultCamelContext()) {
            house.acknowledge("a-1", "KG", Channel.MAIL, 1, "mfa@kg.local");
            Claims claims = new Claims(house.lanes);
            context.getPropertiesComponent().setInitialProperties(settings);
            context.getRegistry().bind("mailTrust", new MailTrust());
            context.getRegistry().bind("claims", claims);
            context.getRegistry().bind("settlement", new Settlement(house.lanes, new SimpleMeterRegistry()));
            context.getRegistry()
                    .bind(
                            "mailPost",
                            new MailPost(
                                    new MailWriter(ZoneId.of("Europe/Minsk")),
                                    Enclosing.nothing(),
                                    EmbeddedMail.DEPOSITORY,
                                    "bounces+{delivery}@depository.local"));
            for (String file : List.of("00-error-policies", "31-dispatch-mail")) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(
                                context, "classpath:routes/" + file + ".camel.yaml"));
            }
            context.start();
            Report report =
                    context.createProducerTemplate().requestBody("direct:send-mail", claims.claimMail(), Report.class);
            return report.attempts().get(0);
        }
    }

    private static String path(String trust) {
        return trust.isEmpty() ? "" : folder.resolve(trust).toString();
    }

    private static void makeCertificate(Path keys) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process making = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(making.waitFor()).isZero();
    }

    private static String certificateIn(Path keys) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(store.getCertificate("mail").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
