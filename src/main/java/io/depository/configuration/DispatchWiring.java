package io.depository.configuration;

import io.depository.correspondence.CircularDays;
import io.depository.correspondence.CircularPaper;
import io.depository.correspondence.MailWriter;
import io.depository.dispatch.Enclosing;
import io.depository.dispatch.FanOut;
import io.depository.dispatch.FilePost;
import io.depository.dispatch.JmsPost;
import io.depository.dispatch.MailPost;
import io.depository.inbox.Worklist;
import io.depository.outbox.Enclosures;
import io.depository.outbox.FanOuts;
import io.depository.parties.Directory;
import java.time.Clock;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What letters go out by. */
@Configuration(proxyBeanMethods = false)
class DispatchWiring {

    /** How long the broker may take to answer; a claim's lease is far longer. */
    private static final int BROKER_TIMEOUT_MILLIS = 10_000;

    @Bean(destroyMethod = "close")
    JmsPost jmsPost(Settings settings) {
        ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(
                settings.broker().url(),
                settings.broker().user(),
                settings.broker().password());
        broker.setReconnectAttempts(0);
        broker.setInitialConnectAttempts(1);
        broker.setCallTimeout(BROKER_TIMEOUT_MILLIS);
        return new JmsPost(broker);
    }

    @Bean
    FanOut fanOut(FanOuts fanOuts, Directory directory, Worklist worklist, Clock clock) {
        return new FanOut(fanOuts, directory, worklist::hasUndecided, clock);
    }

    @Bean(destroyMethod = "close")
    Enclosing enclosing(Enclosures kept, CircularPaper paper, CircularDays days) {
        return new Enclosing(kept, paper::render, days::render);
    }

    @Bean
    FilePost filePost(Settings settings, Clock clock, Enclosing enclosing) {
        return new FilePost(settings.drop(), clock, enclosing);
    }

    @Bean
    MailPost mailPost(Settings settings, Enclosing enclosing, MailWriter writer) {
        Settings.Mail mail = settings.mail();
        String bounces = mail.bounces().isEmpty() ? mail.address() : mail.bounces();
        return new MailPost(writer, enclosing, mail.address(), bounces);
    }
}
