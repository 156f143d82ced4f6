package io.depository.dispatch;

import io.depository.outbox.Delivery;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open transacted session with the broker, and how a letter looks in a queue. */
final class JmsCounter {

    /** Artemis refuses a message that bears the same value as an earlier one on the same address. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private static final Logger LOG = LoggerFactory.getLogger(JmsCounter.class);

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Map<String, Queue> queues = new HashMap<>();

    private JmsCounter(Connection connection, Session session, MessageProducer producer) {
        this.connection = connection;
        this.session = session;
        this.producer = producer;
    }

    static JmsCounter open(ConnectionFactory broker) throws JMSException {
        Connection connection = broker.createConnection();
        try {
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(null);
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.setTimeToLive(0);
            return new JmsCounter(connection, session, producer);
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    static String queue(Delivery delivery) {
        return "correspondence." + delivery.address();
    }

    void put(Delivery delivery) throws JMSException {
        TextMessage message =
                session.createTextMessage(new String(delivery.letter().body(), StandardCharsets.UTF_8));
        message.setStringProperty("type", delivery.letter().type().wireName());
        message.setStringProperty("id", delivery.letter().id());
        if (delivery.letter().reference() != null) {
            message.setStringProperty("reference", delivery.letter().reference());
        }
        if (delivery.correlation() != null) {
            message.setJMSCorrelationID(delivery.correlation());
        }
        message.setStringProperty(DUPLICATE_ID, delivery.wireId());
        producer.send(queueOf(delivery), message);
    }

    /** Made here and not by the session, whose error for a queue that is not there cannot be told from others. */
    private Queue queueOf(Delivery delivery) {
        return queues.computeIfAbsent(queue(delivery), ActiveMQDestination::createQueue);
    }

    void commit() throws JMSException {
        session.commit();
    }

    void rollback() throws JMSException {
        session.rollback();
    }

    void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            LOG.info("A connection to the broker did not close well: {}", e.getMessage());
        }
    }
}
