package io.depository.sample;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * By message queue: to {@code notifications.<PARTY>}, from {@code correspondence.<PARTY>}. The same JMS code speaks
 * Artemis' CORE protocol or AMQP 1.0, as the connection factory does.
 */
public final class JmsPost implements Post {

    private static final long A_MOMENT = 200;

    private final String party;
    private final JMSContext session;
    private final JMSConsumer letters;

    private JmsPost(String party, JMSContext session) {
        this.party = party;
        this.session = session;
        this.letters = session.createConsumer(session.createQueue("correspondence." + party));
    }

    public static JmsPost overCore(String party, int port) throws IOException {
        return open(party, new ActiveMQConnectionFactory("tcp://localhost:" + port), port);
    }

    public static JmsPost overAmqp(String party, int port) throws IOException {
        return open(party, new JmsConnectionFactory("amqp://localhost:" + port), port);
    }

    private static JmsPost open(String party, ConnectionFactory factory, int port) throws IOException {
        String account = party.toLowerCase(Locale.ROOT);
        try {
            return new JmsPost(party, factory.createContext(account, account + "-demo", JMSContext.AUTO_ACKNOWLEDGE));
        } catch (JMSRuntimeException e) {
            throw new IOException(
                    "No broker lets account " + account + " in at localhost:" + port
                            + ". Is the depository running (mvn spring-boot:test-run)? LOCAL_BROKER_PORT says where. "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public String send(byte[] notification, String fileName) throws IOException {
        try {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(notification);
            // Durable is JMS's default, but not AMQP's: a client of another make must ask for it.
            session.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .send(session.createQueue("notifications." + party), message);
            return "to queue notifications." + party + " as message " + message.getJMSMessageID();
        } catch (JMSException | JMSRuntimeException e) {
            throw new IOException("The broker did not take the message: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> receive(Duration atMost) throws IOException {
        List<String> arrived = new ArrayList<>();
        try {
            Message letter = letters.receive(Math.max(1, atMost.toMillis()));
            while (letter != null) {
                arrived.add(letter.getBody(String.class));
                letter = letters.receive(A_MOMENT);
            }
            return arrived;
        } catch (JMSException | JMSRuntimeException e) {
            throw new IOException("The broker does not answer any more: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
