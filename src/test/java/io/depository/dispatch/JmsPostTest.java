package io.depository.dispatch;

import static io.depository.outbox.Attempt.Outcome.DEFERRED;
import static io.depository.outbox.Attempt.Outcome.FAILED;
import static io.depository.outbox.Attempt.Outcome.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.local.EmbeddedBroker;
import io.depository.outbox.Delivery;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsPostTest {

    private static final List<PartyCode> PARTIES = List.of(new PartyCode("KG"), new PartyCode("KZ"));

    @TempDir
    static Path home;

    static EmbeddedBroker broker;

    private final JmsPost post = new JmsPost(factory());

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(home, 0, PARTIES);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void hangUp() {
        post.close();
        inbox("KG");
        inbox("KZ");
    }

    @Test
    void putsALetterIntoThePartysQueueWithWhatItsReaderSelectsBy() throws Exception {
        Delivery letter = Posted.delivery(Channel.JMS, "KG", "a-1");
        assertThat(Posted.outcomes(post.post(Posted.claim(Channel.JMS, List.of(letter)))))
                .containsExactly(SENT);

        Message message = inbox("KG").get(0);
        assertThat(message).isInstanceOf(TextMessage.class);
        assertThat(message.getBody(String.class))
                .isEqualTo(new String(letter.letter().body(), StandardCharsets.UTF_8));
        assertThat(message.getStringProperty("type")).isEqualTo("acknowledgement");
        assertThat(message.getStringProperty("id")).isEqualTo("a-1");
        assertThat(message.getStringProperty("reference")).isEqualTo("1-2/Ж");
        assertThat(message.getJMSCorrelationID()).isEqualTo("ID:asked");
        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        assertThat(message.getJMSExpiration()).isZero();
        assertThat(message.getJMSReplyTo()).isNull();
    }

    @Test
    void sendsAgainWhatWasSentBeforeACrashAndItArrivesOnce() throws Exception {
        Delivery old = Posted.delivery(Channel.JMS, "KG", "b-1");
        Delivery fresh = Posted.delivery(Channel.JMS, "KG", "b-2");
        Delivery others = Posted.delivery(Channel.JMS, "KZ", "b-3");
        post.post(Posted.claim(Channel.JMS, List.of(old)));

        Report report = post.post(Posted.claim(Channel.JMS, List.of(old, fresh), List.of(others)));

        assertThat(Posted.outcomes(report)).containsExactly(SENT, SENT, SENT);
        assertThat(ids(inbox("KG"))).containsExactly("b-1", "b-2");
        assertThat(ids(inbox("KZ"))).containsExactly("b-3");
    }

    @Test
    void answersARepeatThoughItsLetterIsTheSame() throws Exception {
        Delivery first = Posted.delivery(Channel.JMS, "KG", "r-1");
        Delivery repeat = new Delivery(
                first.id() + 1000,
                "r-1-8-KG-jms",
                first.letter(),
                8,
                first.party(),
                Channel.JMS,
                "KG",
                "ID:asked-again",
                0,
                first.createdAt());
        post.post(Posted.claim(Channel.JMS, List.of(first, repeat)));
        assertThat(ids(inbox("KG"))).containsExactly("r-1", "r-1");
    }

    @Test
    void failsALetterForAQueueThatDoesNotExistAndSendsTheOthers() throws Exception {
        Delivery astray = Posted.delivery(Channel.JMS, "KG", "d-1", "XX", 0);
        Delivery behind = Posted.delivery(Channel.JMS, "KG", "d-2");
        Delivery others = Posted.delivery(Channel.JMS, "KZ", "d-3");

        Report report = post.post(Posted.claim(Channel.JMS, List.of(astray, behind), List.of(others)));

        assertThat(Posted.outcomes(report)).containsExactly(FAILED, SENT, SENT);
        assertThat(report.attempts().get(0).answer()).contains("correspondence.XX");
        assertThat(ids(inbox("KG"))).containsExactly("d-2");
    }

    @Test
    void waitsForABrokerThatIsAwayAndFindsItAgain() throws Exception {
        Delivery first = Posted.delivery(Channel.JMS, "KG", "e-1");
        Delivery second = Posted.delivery(Channel.JMS, "KG", "e-2");
        post.post(Posted.claim(Channel.JMS, List.of(first)));
        int port = broker.port();
        broker.close();

        Report away = post.post(Posted.claim(Channel.JMS, List.of(first, second)));
        assertThat(Posted.outcomes(away))
                .as("one attempt, the rest waits behind it")
                .containsExactly(DEFERRED);
        assertThat(away.attempts().get(0).delivery()).isEqualTo(first.id());

        broker = EmbeddedBroker.start(home, port, PARTIES);
        assertThat(Posted.outcomes(post.post(Posted.claim(Channel.JMS, List.of(first, second)))))
                .containsExactly(SENT, SENT);
        assertThat(ids(inbox("KG")))
                .as("the broker remembers across its restart what it took")
                .containsExactly("e-1", "e-2");
    }

    private static ActiveMQConnectionFactory factory() {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(broker.coreUrl(), EmbeddedBroker.USER, EmbeddedBroker.PASSWORD);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setCallTimeout(5000);
        return factory;
    }

    private static List<Message> inbox(String party) {
        String account = party.toLowerCase(Locale.ROOT);
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.coreUrl());
                JMSContext context = factory.createContext(account, account + "-demo")) {
            var consumer = context.createConsumer(context.createQueue("correspondence." + party));
            List<Message> messages = new ArrayList<>();
            Message next = consumer.receive(300);
            while (next != null) {
                messages.add(next);
                next = consumer.receiveNoWait();
            }
            return messages;
        }
    }

    private static List<String> ids(List<Message> messages) throws Exception {
        List<String> ids = new ArrayList<>();
        for (Message message : messages) {
            ids.add(message.getStringProperty("id"));
        }
        return ids;
    }
}
