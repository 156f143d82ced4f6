package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.PartyCode;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

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

    @Test
    void showsTheTimeOfReceiptToTheDepositoryWhateverProtocolTheSenderSpeaks() throws Exception {
        for (ConnectionFactory factory :
                List.of(new ActiveMQConnectionFactory(broker.coreUrl()), new JmsConnectionFactory(broker.amqpUrl()))) {
            long before = System.currentTimeMillis();
            try (JMSContext kg = factory.createContext("kg", "kg-demo")) {
                kg.createProducer().send(kg.createQueue("notifications.KG"), "{}");
            }
            try (ActiveMQConnectionFactory own = new ActiveMQConnectionFactory(broker.coreUrl());
                    JMSContext depository = own.createContext(EmbeddedBroker.USER, EmbeddedBroker.PASSWORD)) {
                Message message = depository
                        .createConsumer(depository.createQueue("notifications.KG"))
                        .receive(5000);
                assertThat(message.getLongProperty("_AMQ_INGRESS_TIMESTAMP"))
                        .isBetween(before, System.currentTimeMillis());
            }
        }
    }
}
