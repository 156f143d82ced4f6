package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.depository.calendar.FallingDue;
import io.depository.examination.Examination;
import io.depository.inbox.QuarantineWatch;
import io.depository.inbox.Worklist;
import io.depository.parties.Channel;
import io.depository.parties.KeyExpiryWatch;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The routes that run by the clock: examination, calendar and the watch over the quarantine. */
class ClockworkRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");

    private final MovableClock clock = new MovableClock(MON_2026_03_02.plusSeconds(3600));
    private final TestDirectory directory = new TestDirectory();
    private final Office office = Office.open(TestDatabase.fresh(), directory, clock, Period.ZERO);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void examinesGoodMalformedAndRepeatedArrivalsByItself() throws Exception {
        byte[] signed = directory.keyOf("KG").sign(Note.completionBy("KG"));
        long good = office.receives(Channel.JMS, "KG", signed, MON_2026_03_02);
        long malformed = office.receives(Channel.FILE, "KG", "{".getBytes(StandardCharsets.UTF_8), MON_2026_03_02);
        long repeated = office.receives(Channel.FILE, "KG", signed, MON_2026_03_02.plusSeconds(1));
        try (OfficeRoute route = examination()) {
            route.send(
                    "seda:examine?size=1&discardWhenFull=true",
                    "poison",
                    Map.of("CamelBeanMethodName", "toString", "CamelToEndpoint", "log:x", "limit", -1));
            await().atMost(SOON).until(() -> !office.stateOf(repeated).equals("received"));
        }
        assertThat(office.stateOf(good)).isEqualTo("registered");
        assertThat(office.stateOf(malformed)).isEqualTo("returned");
        assertThat(office.stateOf(repeated)).isEqualTo("repeat");
    }

    @Test
    void examinesWhatArrivedOnceTheDatabaseIsBack() throws Exception {
        long receipt = office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.database().goAway();
        try (OfficeRoute route = examination()) {
            try {
                await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            } finally {
                office.database().comeBack();
            }
            await().atMost(SOON).until(() -> office.stateOf(receipt).equals("registered"));
        }
        assertThat(office.kinds()).containsExactly("notification-registered");
    }

    @Test
    void tellsADutyOnceAlthoughTheDatabaseWasAwayAndSomebodyElseHeldTheRegister() throws Exception {
        office.receivesSigned(Note.completionBy("KG"), "KG", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("BY"), "BY", MON_2026_03_02);
        office.receivesSigned(Note.completionBy("KZ"), "KZ", MON_2026_03_02);
        office.examines();
        clock.pass(Duration.ofDays(31));
        office.database().goAway();
        try (OfficeRoute route = OfficeRoute.of("40-calendar", "fallingDue", FallingDue.class, office)) {
            try {
                await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            } finally {
                office.database().comeBack();
            }
            await().atMost(SOON).until(() -> office.kinds().contains("entered-into-force"));
            await().during(Duration.ofSeconds(1))
                    .atMost(SOON)
                    .until(() -> office.kinds().stream()
                                    .filter("entered-into-force"::equals)
                                    .count()
                            == 1);
        }
    }

    @Test
    void reportsTheQuarantineOnceAndItsEndOnce() throws Exception {
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        long receipt = office.receivesSigned(Note.bodiesOf("KG"), "KG", MON_2026_03_02);
        owner.sql("update work set state = 'quarantined', cause = 'a bug of ours' where receipt_id = ?")
                .param(receipt)
                .update();
        Logger log = (Logger) LoggerFactory.getLogger(QuarantineWatch.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try (OfficeRoute route = OfficeRoute.of("90-quarantine", "quarantineWatch", QuarantineWatch.class, office)) {
            await().atMost(SOON).until(() -> said(heard).size() == 1);
            office.bean(QuarantineWatch.class).report();
            assertThat(said(heard)).hasSize(1).first().asString().contains("in quarantine");

            office.database().goAway();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            office.database().comeBack();
            assertThat(office.bean(Worklist.class).retry(receipt)).isTrue();
            office.examines();
            await().atMost(SOON).until(() -> said(heard).size() == 2);
            assertThat(said(heard).get(1)).contains("empty again");
        } finally {
            log.detachAppender(heard);
        }
    }

    @Test
    void warnsOnceOfAKeyThatEndsThoughTheDatabaseWasAway() throws Exception {
        JdbcClient owner = JdbcClient.create(office.database().asOwner());
        owner.sql("insert into state values ('KG', 'Кыргызская Республика', 'Kyrgyz Republic')")
                .update();
        owner.sql("insert into party_key values ('ending', 'KG', 'EdDSA', '', '2020-01-01Z', '2026-03-20Z')")
                .update();
        Logger log = (Logger) LoggerFactory.getLogger(KeyExpiryWatch.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        office.database().goAway();
        try {
            // A tick that finds no database is lost, and the next one warns.
            try (OfficeRoute route = OfficeRoute.of("41-keys", "keyExpiryWatch", KeyExpiryWatch.class, office)) {
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            }
            assertThat(said(heard)).isEmpty();
            office.database().comeBack();
            try (OfficeRoute route = OfficeRoute.of("41-keys", "keyExpiryWatch", KeyExpiryWatch.class, office)) {
                await().atMost(SOON).until(() -> said(heard).size() == 1);
            }
            office.bean(KeyExpiryWatch.class).warn();
            assertThat(said(heard))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("ending of KG")
                    .contains("30 days");
        } finally {
            log.detachAppender(heard);
        }
    }

    private OfficeRoute examination() throws Exception {
        return OfficeRoute.of("20-examine", "examination", Examination.class, office);
    }

    private static List<String> said(ListAppender<ILoggingEvent> heard) {
        return new ArrayList<>(heard.list)
                .stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
