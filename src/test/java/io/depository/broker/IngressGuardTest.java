package io.depository.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.local.EmbeddedBroker;
import io.depository.local.Protocol;
import io.depository.treaty.PartyCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.XAJMSContext;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.core.transaction.impl.XidImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressGuardTest {

    private static final String QUEUE = "notifications.KG";
    private static final long LONG_AGO = 1_000_000_000_000L;

    @TempDir
    static Path home;

    static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(home, 0, List.of(new PartyCode("KG"), new PartyCode("KZ")));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void leavesNothingBehind() {
        assertThat(broker.messages(QUEUE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CORE, _AMQ_INGRESS_TIMESTAMP", "AMQP, _AMQ_INGRESS_TIMESTAMP",
        "CORE, _AMQ_VALIDATED_USER", "AMQP, _AMQ_VALIDATED_USER",
        "CORE, _AMQ_SCHED_DELIVERY", "AMQP, _AMQ_SCHED_DELIVERY",
        "CORE, _AMQ_ORIG_ADDRESS", "AMQP, _AMQ_ORIG_ADDRESS",
        "CORE, _AMQ_ORIG_MESSAGE_ID", "AMQP, _AMQ_ORIG_MESSAGE_ID",
        "CORE, _AMQ_LARGE_COMPRESSED", "AMQP, _AMQ_LARGE_COMPRESSED",
        "CORE, _AMQ_ROUTE_TO", "AMQP, _AMQ_ROUTE_TO",
        "CORE, _hornetq.forced.delivery.seq", "AMQP, _hornetq.forced.delivery.seq",
        "CORE, _HORNETQ_ROUTE_TO", "AMQP, _HORNETQ_ROUTE_TO",
        "CORE, _HornetQ_x", "AMQP, _HornetQ_x",
        "CORE, NATIVE_MESSAGE_ID", "AMQP, NATIVE_MESSAGE_ID",
        "CORE, JMS_AMQP_MA_x-opt-ingress-time", "AMQP, JMS_AMQP_MA_x-opt-ingress-time",
        "CORE, JMS_AMQP_HEADER", "AMQP, JMS_AMQP_HEADER"
    })
    void refusesAPropertyThatBelongsToTheBroker(Protocol protocol, String property) throws JMSException {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            Message message = kg.createTextMessage("{}");
            forge(message, property, LONG_AGO);
            assertRefused(kg, message, property);
        }
    }

    static Stream<Named<RawClaim>> rawAmqpClaims() {
        return Stream.of(
                named("time of receipt", message -> message.annotation("x-opt-ingress-time", LONG_AGO)),
                named("time of delivery", message -> message.annotation("x-opt-delivery-time", LONG_AGO)),
                named("no time of delivery", message -> message.annotation("x-opt-delivery-time", "soon")),
                named("delay of delivery", message -> message.annotation("x-opt-delivery-delay", 3_600_000L)),
                named("native annotation", message -> message.annotation("_AMQ_INGRESS_TIMESTAMP", LONG_AGO)),
                named(
                        "native annotation of the routing",
                        message -> message.annotation("x-opt-routing-type", (byte) 0)),
                named("another's user id", message -> message.userId("kz".getBytes(StandardCharsets.UTF_8))),
                named("another's JMSXUserID", message -> message.property("JMSXUserID", "kz")),
                named("native user", message -> message.property("_AMQ_VALIDATED_USER", "kz")),
                named("native time", message -> message.property("_AMQ_INGRESS_TIMESTAMP", LONG_AGO)));
    }

    @ParameterizedTest
    @MethodSource("rawAmqpClaims")
    void refusesWhatOnlyARawAmqpClientCouldClaim(RawClaim claim) throws ClientException {
        assertThat(sendRaw(claim)).isEqualTo(DeliveryState.Type.REJECTED);
    }

    @Test
    void letsARawAmqpClientSendWhatItPleasesOtherwise() throws ClientException, JMSException {
        long before = System.currentTimeMillis();
        assertThat(sendRaw(message -> message.userId("kg".getBytes(StandardCharsets.UTF_8))
                        .annotation("x-opt-of-its-own", "anything")
                        .property("department", "treaties")
                        .creationTime(LONG_AGO)
                        .durable(false)))
                .isEqualTo(DeliveryState.Type.ACCEPTED);
        Message taken = takeOne();
        assertThat(taken.getLongProperty("_AMQ_INGRESS_TIMESTAMP")).isBetween(before, System.currentTimeMillis());
        assertThat(taken.getStringProperty("department")).isEqualTo("treaties");
    }

    @ParameterizedTest
    @EnumSource
    void refusesScheduledDelivery(Protocol protocol) {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(() ->
                            kg.createProducer().setDeliveryDelay(3_600_000).send(kg.createQueue(QUEUE), "tomorrow"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void refusesACoreClientThatNamesAnAccount() throws JMSException {
        try (JMSContext kg = Protocol.CORE.open(broker, "kg")) {
            Message message = kg.createTextMessage("{}");
            message.setStringProperty("JMSXUserID", "kz");
            assertRefused(kg, message, "_AMQ_VALIDATED_USER");
        }
    }

    @Test
    void letsAnAmqpClientNameItsOwnAccount() throws JMSException {
        JmsConnectionFactory populating = new JmsConnectionFactory(broker.amqpUrl() + "?jms.populateJMSXUserID=true");
        try (JMSContext kg = populating.createContext("kg", "kg-demo")) {
            kg.createProducer().send(kg.createQueue(QUEUE), "{}");
        }
        assertThat(takeOne().getStringProperty("JMSXUserID")).isEqualTo("kg");
    }

    @Test
    void showsTheAccountOfACoreClient() throws JMSException {
        try (JMSContext kg = Protocol.CORE.open(broker, "kg")) {
            kg.createProducer().send(kg.createQueue(QUEUE), "{}");
        }
        assertThat(takeOne().getStringProperty("JMSXUserID")).isEqualTo("kg");
    }

    @ParameterizedTest
    @EnumSource
    void failsTheCommitOfATransactionWithARefusedMessage(Protocol protocol) throws JMSException {
        try (JMSContext kg = protocol.open(broker, "kg", JMSContext.SESSION_TRANSACTED)) {
            Message forged = kg.createTextMessage("forged");
            forge(forged, "_AMQ_INGRESS_TIMESTAMP", LONG_AGO);
            assertThatThrownBy(() -> {
                        kg.createProducer().send(kg.createQueue(QUEUE), "honest");
                        kg.createProducer().send(kg.createQueue(QUEUE), forged);
                        kg.commit();
                    })
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsTheCommitOfATransactionThatWasKeptOpen(Protocol protocol, @TempDir Path folder) {
        IngressGuard impatient = new IngressGuard();
        impatient.init(Map.of("maxOpenSeconds", "0"));
        try (EmbeddedBroker other = EmbeddedBroker.start(folder, 0, List.of(new PartyCode("KG")), impatient)) {
            try (JMSContext kg = protocol.open(other, "kg", JMSContext.SESSION_TRANSACTED)) {
                kg.createProducer().send(kg.createQueue(QUEUE), "of long ago");
                assertThatThrownBy(kg::commit).isInstanceOf(JMSRuntimeException.class);
            }
            assertThat(other.messages(QUEUE)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesATransactionThatIsCommittedAtOnce(Protocol protocol) {
        try (JMSContext kg = protocol.open(broker, "kg", JMSContext.SESSION_TRANSACTED)) {
            kg.createProducer().send(kg.createQueue(QUEUE), "{}");
            kg.commit();
        }
        takeOne();
    }

    @ParameterizedTest
    @EnumSource
    void letsAnOrdinaryClientSayHowItsMessageIsCarried(Protocol protocol) throws JMSException {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            Message message = kg.createTextMessage("{}");
            message.setJMSCorrelationID("case 7");
            message.setJMSType("notification");
            message.setJMSReplyTo(kg.createQueue("correspondence.KG"));
            message.setStringProperty("JMSXGroupID", "kg");
            message.setIntProperty("JMSXGroupSeq", 3);
            message.setStringProperty("_AMQ_DUPL_ID", "note-1-" + protocol);
            message.setStringProperty("department", "treaties");
            kg.createProducer().setPriority(9).send(kg.createQueue(QUEUE), message);
        }
        Message taken = takeOne();
        assertThat(taken.getStringProperty("department")).isEqualTo("treaties");
        assertThat(taken.getJMSCorrelationID()).isEqualTo("case 7");
        assertThat(taken.propertyExists("_AMQ_DUPL_ID")).isFalse();
    }

    /** Of more than 100 KB a message is one that the broker keeps in a file of its own. */
    @ParameterizedTest
    @CsvSource({
        "CORE, 20, false",
        "AMQP, 20, false",
        "CORE, 300000, false",
        "AMQP, 300000, false",
        "CORE, 20, true",
        "AMQP, 20, true",
        "CORE, 300000, true",
        "AMQP, 300000, true"
    })
    void swallowsNoMessageForADuplicateIdThatItsSenderChose(Protocol protocol, int size, boolean transacted)
            throws JMSException {
        int mode = transacted ? JMSContext.SESSION_TRANSACTED : JMSContext.AUTO_ACKNOWLEDGE;
        try (JMSContext kg = protocol.open(broker, "kg", mode)) {
            for (String note : List.of("1", "2")) {
                Message message = kg.createTextMessage(note.repeat(size));
                message.setStringProperty("_AMQ_DUPL_ID", "the same for all");
                kg.createProducer().send(kg.createQueue(QUEUE), message);
                if (transacted) {
                    kg.commit();
                }
            }
        }
        assertThat(takeOne().getBody(String.class)).isEqualTo("1".repeat(size));
        assertThat(takeOne().getBody(String.class)).isEqualTo("2".repeat(size));
    }

    @Test
    void refusesAnAmqpMessageThatNoJmsClientCouldRead() throws JMSException {
        try (JMSContext kg = Protocol.AMQP.open(broker, "kg")) {
            HashMap<Integer, String> keyedByNumber = new HashMap<>(Map.of(1, "one"));
            ObjectMessage message = kg.createObjectMessage();
            message.setBooleanProperty("JMS_AMQP_TYPED_ENCODING", true);
            message.setObject((Serializable) keyedByNumber);
            assertRefused(kg, message, "cannot be turned into a JMS message");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAHugeMessageAndKeepsNothingOfIt(Protocol protocol) throws IOException, JMSException {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            BytesMessage message = kg.createBytesMessage();
            message.writeBytes(new byte[65 * 1024 * 1024]);
            assertRefused(kg, message, "larger than");
        }
        try (Stream<Path> bodies = Files.list(home.resolve("broker/large-messages"))) {
            assertThat(bodies).isEmpty();
        }
    }

    /** A client hears of it at the end: within a transaction it does not wait for an answer to a message. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesWhatIsSentInADistributedTransaction(boolean onePhase) throws Exception {
        Xid xid = new XidImpl("branch".getBytes(StandardCharsets.UTF_8), 1, "note".getBytes(StandardCharsets.UTF_8));
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                XAJMSContext kg = factory.createXAContext("kg", "kg-demo")) {
            XAResource resource = kg.getXAResource();
            resource.start(xid, XAResource.TMNOFLAGS);
            kg.createProducer().send(kg.createQueue(QUEUE), "to be kept open");
            resource.end(xid, XAResource.TMSUCCESS);
            assertThatThrownBy(() -> {
                        if (onePhase) {
                            resource.commit(xid, true);
                        } else {
                            resource.prepare(xid);
                        }
                    })
                    .isInstanceOf(XAException.class);
            assertThat(resource.recover(XAResource.TMSTARTRSCAN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatIsSentInALocalTransaction(Protocol protocol) throws JMSException {
        try (JMSContext kg = protocol.open(broker, "kg", JMSContext.SESSION_TRANSACTED)) {
            kg.createProducer().send(kg.createQueue(QUEUE), "{}");
            kg.commit();
        }
        assertThat(takeOne().getBody(String.class)).isEqualTo("{}");
    }

    private static void assertRefused(JMSContext context, Message message, String why) {
        assertThatThrownBy(() -> context.createProducer().send(context.createQueue(QUEUE), message))
                .isInstanceOf(JMSRuntimeException.class)
                .hasMessageContaining("refuses this message of account kg")
                .hasMessageContaining(why);
    }

    private interface RawClaim {
        void make(org.apache.qpid.protonj2.client.Message<String> message) throws ClientException;
    }

    private static Named<RawClaim> named(String name, RawClaim claim) {
        return Named.of(name, claim);
    }

    private static DeliveryState.Type sendRaw(RawClaim claim) throws ClientException {
        ConnectionOptions account = new ConnectionOptions().user("kg").password("kg-demo");
        try (Client client = Client.create();
                Connection connection = client.connect("localhost", broker.port(), account);
                Sender sender = connection.openSender(QUEUE)) {
            var message = org.apache.qpid.protonj2.client.Message.create("{}");
            claim.make(message);
            return sender.send(message).awaitSettlement().remoteState().getType();
        }
    }

    /** Sets a property past the client's own checks of names. */
    private static void forge(Message message, String property, long value) throws JMSException {
        if (message instanceof JmsMessage) {
            facade(message).setApplicationProperty(property, value);
        } else {
            ((org.apache.activemq.artemis.jms.client.ActiveMQMessage) message)
                    .getCoreMessage()
                    .putLongProperty(property, value);
        }
    }

    private static AmqpJmsMessageFacade facade(Message message) {
        return (AmqpJmsMessageFacade) ((JmsMessage) message).getFacade();
    }

    private static Message takeOne() {
        try (JMSContext own = Protocol.CORE.open(broker, EmbeddedBroker.USER)) {
            Message message = own.createConsumer(own.createQueue(QUEUE)).receive(5000);
            assertThat(message).as("a message in %s", QUEUE).isNotNull();
            return message;
        }
    }
}
