package io.depository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.testing.Arrived;
import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, properties, names and addresses that a sender writes steer nothing, on any channel. */
class InjectionTest {

    private static final String SENDER = "AZ";
    private static final String OTHER = "KZ";

    private final RunningDepository depository = RunningDepository.shared();

    @ParameterizedTest
    @ValueSource(strings = {"core", "amqp"})
    void letsNoPropertyOfAMessageSteerAnything(String protocol) throws Exception {
        try (Embassy sender = depository.embassyOf(SENDER);
                Embassy other = depository.embassyOf(OTHER);
                JMSContext session = connect(protocol)) {
            byte[] note = depository.sign(SENDER, Note.bodiesOf(SENDER));
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(note);
            poison(message);
            message.setJMSReplyTo(session.createQueue("correspondence." + OTHER));
            session.createProducer().send(session.createQueue("notifications." + SENDER), message);

            assertThat(sender.awaitAcknowledgement(note, "jms").path("outcome").asString())
                    .isEqualTo("registered");
            assertAnsweredOnlyHere(sender, other, note, "jms");
        }
    }

    private static void poison(BytesMessage message) throws JMSException {
        message.setStringProperty("CamelFileName", "../../../etc/passwd");
        message.setStringProperty("camelfilename", "../../../etc/passwd");
        message.setStringProperty("CAMELJMSDESTINATIONNAME", "correspondence." + OTHER);
        message.setStringProperty("CamelJmsDestination", "correspondence." + OTHER);
        message.setStringProperty("Camel_DOT_Bean_DOT_MethodName", "stop");
        message.setStringProperty("org_DOT_apache_DOT_camel", "x");
        message.setStringProperty("CamelSqlQuery", "drop table receipt");
        message.setStringProperty("breadcrumbId", "x\r\nBcc: mfa@kz.local");
        message.setStringProperty("party", OTHER);
        message.setStringProperty("type", "circular");
        message.setStringProperty("JMSXGroupID", "x' OR '1'='1");
        message.setJMSCorrelationID("x\r\nBcc: mfa@kz.local");
        message.setJMSType("type = 'x' OR 1 = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "amqp"})
    void letsNobodySendOrListenInAnothersName(String protocol) throws Exception {
        byte[] note = depository.sign(OTHER, Note.bodiesOf(OTHER));
        assertThatThrownBy(() -> {
                    try (JMSContext session = connect(protocol)) {
                        BytesMessage message = session.createBytesMessage();
                        message.writeBytes(note);
                        session.createProducer().send(session.createQueue("notifications." + OTHER), message);
                    }
                })
                .isInstanceOf(JMSRuntimeException.class);
        for (String queue : List.of("correspondence." + OTHER, "notifications." + SENDER, "notifications." + OTHER)) {
            assertThatThrownBy(() -> {
                        try (JMSContext session = connect(protocol)) {
                            session.createConsumer(session.createQueue(queue), "1 = 1 OR type IS NOT NULL")
                                    .receive(1_000);
                        }
                    })
                    .as("listening to " + queue)
                    .isInstanceOf(JMSRuntimeException.class);
        }
        assertThat(Arrived.list(depository, "jms", Digests.sha256(note))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: mfa@kz.local.json",
                "${camelContext.stop}.json",
                "${sys:user.home}.json",
                "%2e%2e%2Fevil.json",
                "-rf *.json",
                "'; drop table receipt; --.json",
                "CamelFileName=evil.json"
            })
    void takesTheNameOfAFileForTextOnly(String name) throws Exception {
        try (Embassy sender = depository.embassyOf(SENDER);
                Embassy other = depository.embassyOf(OTHER)) {
            byte[] note = depository.sign(SENDER, Note.bodiesOf(SENDER));
            Path in = depository.home().resolve("drop").resolve(SENDER).resolve("in");
            Path part = Files.write(in.resolve("injected.part"), note);
            Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);

            assertThat(sender.awaitAcknowledgement(note, "file").path("outcome").asString())
                    .isEqualTo("registered");
            assertAnsweredOnlyHere(sender, other, note, "file");
            assertThat(namesBelow(
                            depository.home().resolve("drop").resolve(SENDER).resolve("out")))
                    .allMatch(written -> written.matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
            assertThat(namesBelow(depository.home()))
                    .noneMatch(found -> found.equals("evil") || found.equals("evil.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "x\r\nBcc: mfa@kz.local", "x\nTo: mfa@kz.local"})
    void letsNoHeaderOfAMailSteerItsAnswer(String reference) throws Exception {
        try (Embassy sender = depository.embassyOf(SENDER);
                Embassy other = depository.embassyOf(OTHER)) {
            byte[] note = depository.sign(
                    SENDER,
                    Note.bodiesOf(SENDER).reference(reference + Instant.now().toEpochMilli()));
            depository.mailbox().append(poisonedMail(note), Instant.now());

            String outcome =
                    sender.awaitAcknowledgement(note, "mail").path("outcome").asString();
            assertThat(outcome).isEqualTo(reference.equals("plain") ? "registered" : "returned");
            assertAnsweredOnlyHere(sender, other, note, "mail");
            assertThat(lettersTo(SENDER)).isNotEmpty().allSatisfy(InjectionTest::isAddressedToTheSenderAlone);
        }
    }

    private static byte[] poisonedMail(byte[] note) {
        String injected = Base64.getEncoder().encodeToString("x\r\nBcc: mfa@kz.local\r\nX-Evil: 1".getBytes(UTF_8));
        return ("From: <mfa@kz.local>\r\nReply-To: mfa@kz.local\r\nSender: mfa@kz.local\r\nReturn-Path: <mfa@kz.local>\r\n"
                        + "Disposition-Notification-To: mfa@kz.local\r\nReturn-Receipt-To: mfa@kz.local\r\n"
                        + "Errors-To: mfa@kz.local\r\nCc: mfa@kz.local\r\nBcc: mfa@kz.local\r\n"
                        + "Subject: =?utf-8?B?" + injected + "?=\r\nMessage-ID: <a@b>\r\n X-Evil: 1\r\n"
                        + "In-Reply-To: <x>\r\nCamelMailTo: mfa@kz.local\r\ncamelfilename: ../../evil\r\n"
                        + "CAMEL_DOT_to: mfa@kz.local\r\nTo: notifications@depository.local\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=-=\"\r\n\r\n--=-=\r\n"
                        + "Content-Type: application/jose; name=\"=?utf-8?B?" + injected
                        + "?=\"\r\nCamelTo: mfa@kz.local\r\n"
                        + "Content-Disposition: attachment; filename=\"../../evil\"\r\n\r\n")
                .concat(new String(note, UTF_8) + "\r\n--=-=--\r\n")
                .getBytes(UTF_8);
    }

    private static void isAddressedToTheSenderAlone(List<Header> headers) {
        assertThat(headers.stream().map(header -> header.getName().toLowerCase(java.util.Locale.ROOT)))
                .doesNotContain("bcc", "cc", "x-evil", "camelmailto", "camelfilename")
                .noneMatch(name -> name.startsWith("camel"));
        assertThat(headers.stream()
                        .filter(header -> header.getName().equalsIgnoreCase("to"))
                        .map(Header::getValue))
                .allSatisfy(to -> assertThat(to).contains("mfa@az.local").doesNotContain("kz.local"));
    }

    private List<List<Header>> lettersTo(String party) throws MessagingException {
        String address = "mfa@" + party.toLowerCase(java.util.Locale.ROOT) + ".local";
        Properties properties = new Properties();
        properties.put("mail.imap.peek", "true");
        List<List<Header>> letters = new ArrayList<>();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("localhost", depository.mail().imapPort(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message letter : inbox.getMessages()) {
                    letters.add(Collections.list(letter.getAllHeaders()));
                }
            }
        }
        return letters;
    }

    private void assertAnsweredOnlyHere(Embassy sender, Embassy other, byte[] note, String channel) {
        for (String way : Embassy.CHANNELS) {
            assertThat(other.acknowledgementsOf(note, way))
                    .as("%s, told by %s", OTHER, way)
                    .isEmpty();
            assertThat(sender.acknowledgementsOf(note, way))
                    .as("%s, told by %s", SENDER, way)
                    .hasSize(way.equals(channel) ? 1 : 0);
        }
    }

    private JMSContext connect(String protocol) {
        int port = depository.broker().port();
        ConnectionFactory factory = protocol.equals("core")
                ? new ActiveMQConnectionFactory("tcp://localhost:" + port)
                : new JmsConnectionFactory("amqp://localhost:" + port);
        return factory.createContext("az", "az-demo", JMSContext.AUTO_ACKNOWLEDGE);
    }

    private static List<String> namesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/.archive/")
                            && !file.toString().contains("/.taken/"))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
