package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.local.EmbeddedBroker;
import io.depository.treaty.PartyCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.JmsDestination;
import org.apache.qpid.jms.JmsSession;
import org.apache.qpid.jms.message.JmsMessageIDBuilder;
import org.apache.qpid.jms.policy.JmsMessageIDPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsIntakeTest extends IntakeContract {

    private static final PartyCode KG = new PartyCode("KG");
    private static final PartyCode AM = new PartyCode("AM");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path home;

    private EmbeddedBroker broker;

    /** Makes the message that a sender sends. */
    private interface Writing {
        Message write(Session session) throws JMSException;
    }

    /** Gives every message the same id, as any AMQP client can. */
    private static final class ForgedId implements JmsMessageIDPolicy {

        @Override
        public JmsMessageIDPolicy copy() {
            return this;
        }

        @Override
        public JmsMessageIDBuilder getMessageIDBuilder(JmsSession session, JmsDestination destination) {
            return (producer, sequence) -> "forged";
        }
    }

    @Override
    IntakeRig open() throws Exception {
        broker = EmbeddedBroker.start(home, 0, List.of(AM, KG));
        return new IntakeRig(
                "10-intake-jms",
                FixedDirectory.of("AM", "KG"),
                Clock.systemUTC(),
                Map.of(
                        "depository.broker.url",
                        broker.coreUrl(),
                        "depository.broker.user",
                        EmbeddedBroker.USER,
                        "depository.broker.password",
                        EmbeddedBroker.PASSWORD,
                        "depository.intake.jms.limit",
                        Integer.toString(LIMIT),
                        "depository.intake.jms.back-off",
                        "50",
                        "depository.intake.jms.maximum-back-off",
                        "200"));
    }

    @Override
    void closeTransport() {
        broker.close();
    }

    @Override
    byte[] send(byte[] content) throws Exception {
        sendByCore(session -> bytes(session, content));
        return content;
    }

    @Override
    boolean isAllAcknowledged() throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker.coreUrl());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        EmbeddedBroker.USER, EmbeddedBroker.PASSWORD, false, true, true, false, 1)) {
            return session.queueQuery(SimpleString.of("notifications.KG")).getMessageCount() == 0;
        }
    }

    @Override
    String channel() {
        return "jms";
    }

    @Override
    String party() {
        return "KG";
    }

    @Test
    void readsAccountTimeAndIdFromTheBroker() throws Exception {
        Message[] sent = new Message[1];
        Instant before = Instant.now().minusMillis(5);
        sendByCore(session -> sent[0] = bytes(session, "by core".getBytes(UTF_8)));
        StoredReceipt stored = storedOnce("by core".getBytes(UTF_8));
        assertThat(stored.account()).isEqualTo("kg");
        assertThat(stored.correlation()).isEqualTo(sent[0].getJMSMessageID());
        assertThat(stored.receivedAt()).isBetween(before, Instant.now());
        assertThat(stored.evidence()).contains("\"kind\": \"bytes\"").contains("\"durable\": \"true\"");
    }

    @Test
    void readsWhatIsSentByAmqp() throws Exception {
        Message[] sent = new Message[1];
        sendByAmqp(session -> sent[0] = bytes(session, "by amqp".getBytes(UTF_8)));
        StoredReceipt stored = storedOnce("by amqp".getBytes(UTF_8));
        assertThat(stored.channelParty()).isEqualTo("KG");
        assertThat(stored.correlation()).isEqualTo(sent[0].getJMSMessageID());
        assertThat(stored.evidence()).doesNotContain("receivedAtFrom");
        sendByAmqp(session -> session.createTextMessage("текст по AMQP \uD83D\uDCDC"));
        storedOnce("текст по AMQP \uD83D\uDCDC".getBytes(UTF_8));
    }

    @Test
    void storesTextAsUtf8() throws Exception {
        String text = "{\"statement\": \"ў\u0000 \uD83D\uDCDC\"}";
        sendByCore(session -> session.createTextMessage(text));
        assertThat(storedOnce(text.getBytes(UTF_8)).evidence()).contains("\"kind\": \"text\"");
        String large = "ё".repeat(LIMIT / 2);
        sendByCore(session -> session.createTextMessage(large));
        assertThat(storedOnce(large.getBytes(UTF_8)).tooLarge()).isFalse();
    }

    @Test
    void keepsHalfASurrogatePairMalformed() throws Exception {
        sendByCore(session -> session.createTextMessage("a\uD83Db"));
        storedOnce(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, 'b'});
    }

    @Test
    void neverOpensWhatIsNeitherBytesNorText() throws Exception {
        int before = empty();
        sendByCore(session -> session.createObjectMessage(new ArrayList<>(List.of("serialized"))));
        sendByCore(session -> {
            var map = session.createMapMessage();
            map.setString("depository", "x");
            return map;
        });
        sendByCore(JmsIntakeTest::stream);
        sendByAmqp(JmsIntakeTest::stream);
        sendByCore(Session::createMessage);
        await().atMost(SOON).untilAsserted(() -> assertThat(empty()).isEqualTo(before + 5));
        assertThat(rig().receipts())
                .filteredOn(receipt -> receipt.evidence().contains("unsupported"))
                .hasSize(4);
    }

    @Test
    void letsNoPropertySteerAnything() throws Exception {
        Message[] sent = new Message[1];
        sendByCore(session -> {
            Message message = bytes(session, "poison".getBytes(UTF_8));
            message.setStringProperty("CamelFileName", "../../etc/passwd");
            message.setStringProperty("CamelJmsDestinationName", "dead-letters");
            message.setStringProperty("Camel_DOT_Bean_DOT_Method", "toString");
            message.setStringProperty("JMSXGroupID", "evil\r\nBcc: x@example");
            message.setJMSReplyTo(session.createQueue("notifications.AM"));
            message.setJMSCorrelationID("a\u0000b\r\nc");
            message.setJMSType("\uD83D");
            return sent[0] = message;
        });
        StoredReceipt stored = storedOnce("poison".getBytes(UTF_8));
        assertThat(stored.correlation()).isEqualTo(sent[0].getJMSMessageID());
        assertThat(rig().receipts()).noneMatch(receipt -> "AM".equals(receipt.channelParty()));
        awaitAcknowledgement();
    }

    @Test
    void storesBothOfTwoMessagesUnderOneForgedId() throws Exception {
        byte[] content = "same id, same bytes".getBytes(UTF_8);
        Message[] sent = new Message[2];
        for (int i = 0; i < sent.length; i++) {
            int number = i;
            JmsConnectionFactory factory = new JmsConnectionFactory(broker.amqpUrl());
            factory.setMessageIDPolicy(new ForgedId());
            send(factory, session -> sent[number] = bytes(session, content));
        }
        assertThat(sent[0].getJMSMessageID()).isEqualTo(sent[1].getJMSMessageID());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(rig().receiptsOf(sha256(content))).hasSize(2));
    }

    @Test
    void keepsTheOrderOfTheQueue() throws Exception {
        List<byte[]> sent = new ArrayList<>();
        try (Connection connection = coreConnection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            var producer = session.createProducer(session.createQueue("notifications.KG"));
            for (int i = 0; i < 500; i++) {
                sent.add(("number " + i).getBytes(UTF_8));
                producer.send(bytes(session, sent.get(i)));
            }
            session.commit();
        }
        storedOnce(sent.get(499));
        assertThat(rig().receipts().stream()
                        .map(receipt -> new String(receipt.content(), UTF_8))
                        .filter(content -> content.startsWith("number ")))
                .containsExactlyElementsOf(
                        sent.stream().map(content -> new String(content, UTF_8)).toList());
    }

    @Test
    void pausesAndStopsAsTold() throws Exception {
        var routes = rig().context().getRouteController();
        routes.suspendRoute("intake-jms");
        byte[] sent = send("while suspended".getBytes(UTF_8));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> !isAllAcknowledged());
        routes.resumeRoute("intake-jms");
        storedOnce(sent);
        routes.stopRoute("intake-jms");
        byte[] later = send("while stopped".getBytes(UTF_8));
        assertThat(isAllAcknowledged()).isFalse();
        routes.startRoute("intake-jms");
        storedOnce(later);
    }

    @Test
    void comesBackWhenTheBrokerDoes() throws Exception {
        int port = broker.port();
        broker.close();
        broker = EmbeddedBroker.start(home, port, List.of(AM, KG));
        storedOnce(send("after the restart".getBytes(UTF_8)));
        awaitAcknowledgement();
    }

    private int empty() {
        return rig().receiptsOf(sha256(new byte[0])).size();
    }

    private static StreamMessage stream(Session session) throws JMSException {
        StreamMessage stream = session.createStreamMessage();
        stream.writeInt(7);
        return stream;
    }

    private static BytesMessage bytes(Session session, byte[] content) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(content);
        return message;
    }

    private Connection coreConnection() throws JMSException {
        return connection(new ActiveMQConnectionFactory(broker.coreUrl()));
    }

    private void sendByCore(Writing writing) throws JMSException {
        send(new ActiveMQConnectionFactory(broker.coreUrl()), writing);
    }

    private void sendByAmqp(Writing writing) throws JMSException {
        send(new JmsConnectionFactory(broker.amqpUrl()), writing);
    }

    private static Connection connection(ConnectionFactory factory) throws JMSException {
        return factory.createConnection(EmbeddedBroker.account(KG), EmbeddedBroker.password(KG));
    }

    private static void send(ConnectionFactory factory, Writing writing) throws JMSException {
        try (Connection connection = connection(factory)) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createProducer(session.createQueue("notifications.KG")).send(writing.write(session));
        }
    }
}
