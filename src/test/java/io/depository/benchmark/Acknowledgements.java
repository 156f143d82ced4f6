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

    private static final long A_MOMENT = 300;

    private Acknowledgements() {}

    /** Takes the acknowledgements out of the party's queue; returns the references registered by them. */
    static Set<String> registered(EmbeddedBroker broker, PartyCode party) {
        Set<String> references = new HashSet<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                JMSContext session = factory.createContext(
                        EmbeddedBroker.account(party), EmbeddedBroker.password(party), JMSContext.DUPS_OK_ACKNOWLEDGE);
                JMSConsumer letters = session.createConsumer(
                        session.createQueue("correspondence." + party), "type = 'acknowledgement'")) {
            String letter = letters.receiveBody(String.class, A_MOMENT);
            while (letter != null) {
                JsonNode acknowledgement = JsonMapper.shared().readTree(letter);
                if (!acknowledgement.get("outcome").asString().equals("registered")
                        || !acknowledgement.has("receipt")
                        || !references.add(acknowledgement.get("reference").asString())) {
                    throw new IllegalStateException("Not what was to be measured: " + letter);
                }
                letter = letters.receiveBody(String.class, A_MOMENT);
            }
        }
        return references;
    }
}
