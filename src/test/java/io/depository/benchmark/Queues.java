package io.depository.benchmark;

import io.depository.local.EmbeddedBroker;
import io.depository.treaty.PartyCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A party at its queues. */
final class Queues {

    private static final int AT_ONCE = 500;

    private Queues() {}

    /** The queue that the plain contenders read: one is enough for one consumer. */
    static final PartyCode ONE_PARTY = new PartyCode("KG");

    static String notifications(PartyCode party) {
        return "notifications." + party;
    }

    /** Puts the notes into the party's queue, each durable, and returns when the broker has them on disk. */
    static void fill(EmbeddedBroker broker, PartyCode party, List<SignedNote> notes) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                JMSContext session = factory.createContext(
                        EmbeddedBroker.account(party), EmbeddedBroker.password(party), JMSContext.SESSION_TRANSACTED)) {
            Queue queue = session.createQueue(notifications(party));
            JMSProducer producer = session.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
            int waiting = 0;
            for (SignedNote note : notes) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(note.jws());
                producer.send(queue, message);
                if (++waiting == AT_ONCE) {
                    session.commit();
                    waiting = 0;
                }
            }
            session.commit();
        }
    }
}
