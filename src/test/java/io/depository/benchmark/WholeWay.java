package io.depository.benchmark;

import io.depository.local.LocalServices;
import io.depository.routing.Routes;
import io.depository.treaty.PartyCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The depository as it is: from the parties' queues through examination, law and register to an acknowledgement with its
 * proof in the sender's queue, with every route running; the circulars that each notification makes go out besides, to
 * every state on three channels, and take their share of the machine.
 */
final class WholeWay implements Contender {

    private static final String INTAKE = "intake-jms";
    private static final String ERRORS_ONLY = "--logging.threshold.console=ERROR";
    private static final int RECIPIENTS = 11;
    private static final int CHANNELS = 3;

    @Override
    public String title() {
        return "whole way";
    }

    @Override
    public Lap run(LocalServices services, List<SignedNote> notes) throws Exception {
        Map<PartyCode, List<SignedNote>> byParty = notes.stream().collect(Collectors.groupingBy(SignedNote::party));
        Lap lap;
        try (ConfigurableApplicationContext application = services.startApplication(ERRORS_ONLY)) {
            Routes routes = application.getBean(Routes.class);
            JdbcClient database = application.getBean(JdbcClient.class);
            Clock clock = application.getBean(Clock.class);
            routes.stop(INTAKE);
            for (Map.Entry<PartyCode, List<SignedNote>> party : byParty.entrySet()) {
                Queues.fill(services.broker(), party.getKey(), party.getValue());
            }
            Instant start = clock.instant();
            routes.start(INTAKE);
            Awaitility.await("all acknowledgements")
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> allAnswered(database, notes.size()));
            lap = lap(database, start, notes.size());
        }
        byParty.forEach((party, sent) -> Acknowledgements.check(services.broker(), party, sent.size()));
        return lap;
    }

    /** Two looks into indexes of what is undone: it costs the same however much was done. */
    private static boolean allAnswered(JdbcClient database, int messages) {
        return database.sql("""
                        select not exists (select from work where state = 'received')
                           and not exists (select from delivery
                                           where state = 'due' and channel = 'jms' and priority = 0
                                             and party in (select party from state))
                           and (select count(*) from work) = ?
                        """).param(messages).query(Boolean.class).single();
    }

    /** The last acknowledgement is marked after the broker has committed it to its queue. */
    private static Lap lap(JdbcClient database, Instant start, int messages) {
        Instant end = database.sql("select max(sent_at) from delivery where occasion > 0")
                .query(Timestamp.class)
                .single()
                .toInstant();
        long circulars = database.sql("select count(*) from delivery where occasion = 0 and sent_at <= ?")
                .param(Timestamp.from(end))
                .query(Long.class)
                .single();
        return new Lap(messages, Duration.between(start, end), circulars, (long) messages * RECIPIENTS * CHANNELS);
    }
}
