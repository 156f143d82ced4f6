package io.depository.benchmark;

import io.depository.local.EmbeddedBroker;
import io.depository.treaty.PartyCode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in the parties' queues when all is done: the proof that the whole way was gone. */
final class Acknowledgements {

    /** The broker looks for them among as many circulars as there are, on disk. */
    private static final long PATIENCE = 20_000;

    private Acknowledgements() {}

    /** Takes so many acknowledgements out of the party's queue. Throws unless each registers another notification. */
    static void check(EmbeddedBroker broker, PartyCode party, int expected) {
        Set<String> references = new HashSet<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                JMSContext session = factory.createContext(
                        EmbeddedBroker.account(party), EmbeddedBroker.password(party), JMSContext.DUPS_OK_ACKNOWLEDGE);
                JMSConsumer letters = session.createConsumer(
                        session.createQueue("correspondence." + party), "type = 'acknowledgement'")) {
            while (references.size() < expected) {
                String letter = letters.receiveBody(String.class, PATIENCE);
                if (letter == null) {
                    throw new IllegalStateException(
                            party + " sent " + expected + " and finds " + references.size() + " answers");
                }
                JsonNode acknowledgement = JsonMapper.shared().readTree(letter);
                if (!acknowledgement.get("outcome").asString().equals("registered")
                        || !acknowledgement.has("receipt")
                        || !references.add(acknowledgement.get("reference").asString())) {
                    throw new IllegalStateException("Not what was to be measured: " + letter);
                }
            }
        }
    }
}
