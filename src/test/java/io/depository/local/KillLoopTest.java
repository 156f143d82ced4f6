package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.depository.testing.Note;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ministries go on sending by three channels while the depository is killed again and again, at any moment. In the end
 * nothing is lost, nothing is there twice, no answer is missing or different, and no date has moved.
 *
 * <p>{@code -Dkillloop.seconds=60 -Dkillloop.sendings=160 -Dkillloop.seed=…}
 */
class KillLoopTest {

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("killloop.seconds", 60));
    private static final int SENDINGS = Integer.getInteger("killloop.sendings", 160);
    private static final long SEED = Long.getLong("killloop.seed", System.nanoTime());
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(4);
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Minsk"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final Random random = new Random(SEED);
    private final Map<Long, Instant> receivedAt = new TreeMap<>();
    private final Map<Long, String> checkpoints = new TreeMap<>();
    private final List<KillLoopFigures.Life> lives = new ArrayList<>();
    private EmbeddedMail mail;
    private KilledDepository depository;

    @BeforeEach
    void furnish() {
        silence();
        mail = EmbeddedMail.start(0, 0);
        mail.addMailboxes(DemoState.ALL.stream().map(DemoState::mailAddress).toList());
        depository = new KilledDepository(home, new MailServer(mail.smtpPort(), mail.imapPort()));
    }

    /** The clients complain each time that the broker goes away. */
    private static void silence() {
        for (String client : List.of("org.apache.qpid", "org.apache.activemq")) {
            if (LoggerFactory.getLogger(client) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }

    @AfterEach
    void leave() throws InterruptedException {
        depository.close();
        mail.close();
    }

    @Test
    void losesNothingAndSaysNothingTwiceHoweverOftenItIsKilled() throws Exception {
        System.out.println("Kill loop, seed " + SEED + ", in " + home);
        killedWhileStarting(500 + random.nextInt(6000));
        startedUntilReady();
        NoticeBook book = new NoticeBook(random, home, LocalDate.now(CLOCK));
        List<Sending> plan = Sending.plan(random, book, LENGTH.multipliedBy(9).dividedBy(10), SENDINGS);
        List<Ministries.Try> tries;
        try (Ministries ministries = ministries()) {
            ministries.begin(plan);
            killAgainAndAgain();
            ministries.awaitAllTaken(UNTIL_QUIET);
            tries = ministries.tries();
        }
        Duration quietAfter = awaitQuiet(tries);
        judge(tries, quietAfter);
    }

    private Ministries ministries() {
        String port = ":" + depository.brokerPort();
        return new Ministries(
                Map.of(
                        Sending.Way.CORE,
                        Posting.byQueue(new ActiveMQConnectionFactory("tcp://localhost" + port + "?callTimeout=10000")),
                        Sending.Way.AMQP,
                        Posting.byQueue(new JmsConnectionFactory("amqp://localhost" + port
                                + "?jms.connectTimeout=10000&jms.sendTimeout=10000&jms.requestTimeout=10000"
                                + "&jms.closeTimeout=1000")),
                        Sending.Way.FILE,
                        Posting.byFile(home),
                        Sending.Way.MAIL,
                        Posting.byMail(new MailServer(mail.smtpPort(), mail.imapPort()))),
                CLOCK);
    }

    /** A quarter of the kills falls into the time of starting. Leaves it running. */
    private void killAgainAndAgain() throws InterruptedException {
        Instant end = CLOCK.instant().plus(LENGTH);
        while (CLOCK.instant().isBefore(end)) {
            depository.runFor(1000 + random.nextInt(7000));
            look();
            depository.kill();
            if (random.nextInt(4) == 0) {
                killedWhileStarting(500 + random.nextInt(6000));
            }
            startedUntilReady();
        }
    }

    private void killedWhileStarting(long after) throws InterruptedException {
        Instant from = CLOCK.instant();
        depository.start();
        depository.runFor(after);
        depository.kill();
        lives.add(new KillLoopFigures.Life(from, null));
    }

    private void startedUntilReady() throws InterruptedException {
        Instant from = CLOCK.instant();
        depository.start();
        depository.awaitReady();
        lives.add(new KillLoopFigures.Life(from, CLOCK.instant()));
        look();
    }

    /** Remembers what the depository says now: it must never say anything else. */
    private void look() {
        JdbcClient database = depository.database();
        receiptsOf(database)
                .forEach((receipt, at) -> assertThat(receivedAt.putIfAbsent(receipt, at))
                        .as("receipt " + receipt + ", as seen before")
                        .isIn(null, at));
        String checkpoint = depository.text("/api/register/checkpoint");
        long size = Long.parseLong(checkpoint.split("\n")[1]);
        assertThat(checkpoints.putIfAbsent(size, checkpoint)).isIn(null, checkpoint);
    }

    private static Map<Long, Instant> receiptsOf(JdbcClient database) {
        Map<Long, Instant> receipts = new TreeMap<>();
        database.sql("select id, received_at from receipt").query(row -> {
            receipts.put(row.getLong(1), row.getTimestamp(2).toInstant());
        });
        return receipts;
    }

    /** Until every accepted notice is stored and nothing is left to be done. */
    private Duration awaitQuiet(List<Ministries.Try> tries) {
        Instant from = CLOCK.instant();
        long taken = tries.stream().filter(Ministries.Try::taken).count();
        JdbcClient database = depository.database();
        await("quiet")
                .atMost(UNTIL_QUIET)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> count(database, "receipt") >= taken
                        && count(database, "work where state = 'received'") == 0
                        && count(database, "fan_out where done_at is null") == 0
                        && count(database, "delivery where state = 'due'") == 0);
        return Duration.between(from, CLOCK.instant());
    }

    private static long count(JdbcClient database, String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private void judge(List<Ministries.Try> tries, Duration quietAfter) {
        look();
        JdbcClient database = depository.database();
        List<Heard> letters = Heard.collect(depository, mail);
        KillLoopFigures figures = new KillLoopFigures(database, lives);
        System.out.println(figures.summary(tries, letters, quietAfter));
        RegisterAsSeen register = RegisterAsSeen.read(depository, Note.AGREEMENT);
        new JudgedArrivals(database, tries).judge();
        new JudgedAnswers(database, tries, letters, figures).judge();
        new JudgedCirculars(database, letters, figures, register).judge();
        new JudgedRegister(depository, register, letters, checkpoints).judge(tries);
    }
}
