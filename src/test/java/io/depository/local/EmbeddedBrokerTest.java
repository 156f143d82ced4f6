package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.treaty.PartyCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedBrokerTest {

    private static final List<PartyCode> PARTIES = List.of(new PartyCode("KG"), new PartyCode("KZ"));
    private static final String OWN = EmbeddedBroker.USER;

    @TempDir
    static Path home;

    static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(home, 0, PARTIES);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void carriesANotificationIn(Protocol protocol) throws JMSException {
        long before = System.currentTimeMillis();
        try (JMSContext kg = protocol.open(broker, "kg")) {
            kg.createProducer().send(kg.createQueue("notifications.KG"), "{}");
        }
        Message message = takeOne(Protocol.CORE, OWN, "notifications.KG");
        assertThat(message.getBody(String.class)).isEqualTo("{}");
        assertThat(message.getLongProperty("_AMQ_INGRESS_TIMESTAMP")).isBetween(before, System.currentTimeMillis());
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOfTheComingAndGoingOfClients(Protocol protocol) {
        try (JMSContext kg = protocol.open(broker, "kg");
                JMSConsumer letters = kg.createConsumer(kg.createQueue("correspondence.KG"))) {
            assertThat(letters.receive(200)).isNull();
        }
        assertThat(broker.messages("dead-letters")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void carriesALetterOut(Protocol protocol) throws JMSException {
        String sent;
        try (JMSContext own = Protocol.CORE.open(broker, OWN)) {
            Message letter = own.createTextMessage("{\"type\":\"circular\"}");
            letter.setJMSCorrelationID("ID:of-the-notification");
            letter.setStringProperty("type", "circular");
            letter.setStringProperty("_AMQ_DUPL_ID", "delivery-" + protocol);
            own.createProducer().send(own.createQueue("correspondence.KG"), letter);
            sent = letter.getBody(String.class);
        }
        Message message = takeOne(protocol, "kg", "correspondence.KG");
        assertThat(message.getBody(String.class)).isEqualTo(sent);
        assertThat(message.getJMSCorrelationID()).isEqualTo("ID:of-the-notification");
        assertThat(message.getStringProperty("type")).isEqualTo("circular");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMessageAsItsSenderKnowsIt(Protocol protocol) throws JMSException {
        String known;
        try (JMSContext kg = protocol.open(broker, "kg")) {
            Message message = kg.createTextMessage("{}");
            kg.createProducer().send(kg.createQueue("notifications.KG"), message);
            known = message.getJMSMessageID();
        }
        Message message = takeOne(Protocol.CORE, OWN, "notifications.KG");
        String seen =
                protocol == Protocol.AMQP ? message.getStringProperty("NATIVE_MESSAGE_ID") : message.getJMSMessageID();
        assertThat(seen).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "CORE, notifications.KZ", "AMQP, notifications.KZ",
        "CORE, correspondence.KG", "AMQP, correspondence.KG",
        "CORE, correspondence.KZ", "AMQP, correspondence.KZ",
        "CORE, notifications.KZ::notifications.KG", "AMQP, notifications.KZ::notifications.KG",
        "CORE, notifications.KG::notifications.KZ", "AMQP, notifications.KG::notifications.KZ",
        "CORE, notifications.KG::correspondence.KZ", "AMQP, notifications.KG::correspondence.KZ",
        "CORE, dead-letters", "AMQP, dead-letters",
        "CORE, activemq.management", "AMQP, activemq.management",
        "CORE, notifications.#", "AMQP, notifications.#",
        "CORE, of-its-own", "AMQP, of-its-own"
    })
    void letsAPartySendNowhereElse(Protocol protocol, String queue) {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(() -> kg.createProducer().send(kg.createQueue(queue), "forged"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
        assertThat(List.of("notifications.KZ", "notifications.KG", "correspondence.KG", "correspondence.KZ"))
                .allMatch(other -> broker.messages(other) == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "CORE, correspondence.KZ", "AMQP, correspondence.KZ",
        "CORE, notifications.KG", "AMQP, notifications.KG",
        "CORE, notifications.KZ", "AMQP, notifications.KZ",
        "CORE, correspondence.KG::correspondence.KZ", "AMQP, correspondence.KG::correspondence.KZ",
        "CORE, correspondence.KZ::correspondence.KG", "AMQP, correspondence.KZ::correspondence.KG",
        "CORE, dead-letters", "AMQP, dead-letters",
        "CORE, correspondence.*", "AMQP, correspondence.*",
        "CORE, activemq.notifications", "AMQP, activemq.notifications",
        "CORE, of-its-own", "AMQP, of-its-own"
    })
    void letsAPartyReadNothingElse(Protocol protocol, String queue) {
        try (JMSContext own = Protocol.CORE.open(broker, OWN)) {
            own.createProducer().send(own.createQueue("correspondence.KZ"), "for Kazakhstan only");
        }
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(() -> kg.createConsumer(kg.createQueue(queue)).receive(200))
                    .isInstanceOf(JMSRuntimeException.class);
        }
        assertThat(browse(protocol, "kg", queue)).isEmpty();
        takeOne(protocol, "kz", "correspondence.KZ");
    }

    @ParameterizedTest
    @EnumSource
    void letsAPartyCreateNothing(Protocol protocol) {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(kg::createTemporaryQueue).isInstanceOf(JMSRuntimeException.class);
        }
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(() -> kg.createConsumer(kg.createTopic("correspondence.KG")))
                    .isInstanceOf(JMSRuntimeException.class);
        }
        try (JMSContext kg = protocol.open(broker, "kg")) {
            assertThatThrownBy(() -> kg.createProducer().send(kg.createTopic("notifications.KG"), "to nobody"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWrongPasswordAndAnUnknownAccount(Protocol protocol) {
        assertThatThrownBy(() ->
                        protocol.connect(broker).createContext("kg", "kz-demo").createQueue("x"))
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> protocol.connect(broker).createContext().createQueue("x"))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void neverLetsANotificationExpire(Protocol protocol) {
        try (JMSContext kg = protocol.open(broker, "kg")) {
            kg.createProducer().setTimeToLive(1).send(kg.createQueue("notifications.KG"), "in a hurry");
        }
        Message message = takeOne(Protocol.CORE, OWN, "notifications.KG");
        assertThat(message).isNotNull();
    }

    @Test
    void deliversAgainWithoutLimit() {
        try (JMSContext kg = Protocol.CORE.open(broker, "kg")) {
            kg.createProducer().send(kg.createQueue("notifications.KG"), "{}");
        }
        try (JMSContext own = Protocol.CORE.open(broker, OWN, JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = own.createConsumer(own.createQueue("notifications.KG"))) {
            for (int delivery = 1; delivery <= 15; delivery++) {
                assertThat(consumer.receive(5000)).as("delivery %d", delivery).isNotNull();
                own.rollback();
            }
        }
        takeOne(Protocol.CORE, OWN, "notifications.KG");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItTookOverARestart(Protocol protocol) throws JMSException {
        byte[] large = new byte[12 * 1024 * 1024];
        new Random(7).nextBytes(large);
        try (JMSContext kg = protocol.open(broker, "kg")) {
            kg.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(kg.createQueue("notifications.KG"), "not durable by its sender's word");
            kg.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .send(kg.createQueue("notifications.KG"), large);
        }
        long after = System.currentTimeMillis();
        broker.close();
        broker = EmbeddedBroker.start(home, 0, PARTIES);

        Message small = takeOne(Protocol.CORE, OWN, "notifications.KG");
        assertThat(small.getBody(String.class)).isEqualTo("not durable by its sender's word");
        assertThat(small.getLongProperty("_AMQ_INGRESS_TIMESTAMP")).isBetween(after - 60_000, after);
        try (JMSContext own = Protocol.CORE.open(broker, OWN)) {
            BytesMessage message = (BytesMessage)
                    own.createConsumer(own.createQueue("notifications.KG")).receive(10_000);
            assertThat(message.getBodyLength()).isEqualTo(large.length);
            byte[] body = new byte[large.length];
            message.readBytes(body);
            assertThat(body).isEqualTo(large);
            assertThat(message.getLongProperty("_AMQ_INGRESS_TIMESTAMP")).isBetween(after - 60_000, after);
        }
    }

    private static Message takeOne(Protocol protocol, String account, String queue) {
        try (JMSContext context = protocol.open(broker, account)) {
            Message message = context.createConsumer(context.createQueue(queue)).receive(5000);
            assertThat(message).as("a message in %s", queue).isNotNull();
            return message;
        }
    }

    private static List<?> browse(Protocol protocol, String account, String queue) {
        try (JMSContext context = protocol.open(broker, account)) {
            return Collections.list(
                    context.createBrowser(context.createQueue(queue)).getEnumeration());
        } catch (JMSException | JMSRuntimeException refused) {
            return List.of();
        }
    }
}
