package io.depository.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.parties.Channel;
import io.depository.presence.Presence;
import io.depository.testing.TestDatabase;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on a real database, as one process has it. */
public final class TestOutbox implements AutoCloseable {

    public final Outbox outbox;
    public final Lanes lanes;
    public final FanOuts fanOuts;
    public final Deliveries deliveries;
    public final Enclosures enclosures;
    public final JdbcClient jdbc;

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Presence presence;
    private final TransactionTemplate transaction;

    private TestOutbox(TestDatabase database) {
        this.database = database;
        pool = database.asApplication();
        jdbc = JdbcClient.create(pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        presence = new Presence(pool);
        outbox = new JdbcOutbox(jdbc, transactions);
        lanes = new JdbcLanes(jdbc, transactions, presence);
        fanOuts = new JdbcFanOuts(jdbc, transactions);
        deliveries = new JdbcDeliveries(jdbc);
        enclosures = new JdbcEnclosures(jdbc, transactions);
    }

    public static TestOutbox fresh() {
        return new TestOutbox(TestDatabase.fresh());
    }

    /** Another process on the same database. */
    public TestOutbox beside() {
        return new TestOutbox(database);
    }

    /** Keeps an acknowledgement and puts it down for delivery to its party. */
    public void acknowledge(String id, String party, Channel channel, long receipt) {
        acknowledge(id, party, channel, receipt, party);
    }

    public void acknowledge(String id, String party, Channel channel, long receipt, String address) {
        inTransaction(() -> {
            outbox.keep(List.of(acknowledgement(id, party)));
            outbox.answer(
                    List.of(new Answer(id, receipt, new PartyCode(party), channel, address, "ID:asked-" + receipt)));
        });
    }

    /** Keeps and puts down many at once, as the examination does. */
    public void acknowledgeMany(String prefix, String party, Channel channel, int number) {
        inTransaction(() -> {
            outbox.keep(IntStream.range(0, number)
                    .mapToObj(i -> acknowledgement(prefix + i, party))
                    .toList());
            outbox.answer(IntStream.range(0, number)
                    .mapToObj(i -> new Answer(prefix + i, i, new PartyCode(party), channel, party, "ID:asked-" + i))
                    .toList());
        });
    }

    public void circular(String id, String number, String... recipients) {
        inTransaction(() -> outbox.keep(List.of(circularLetter(id, number, recipients))));
    }

    /** Makes all lanes so much older: what was to last so long, by the database's clock, is over. */
    public void letTimePass(Duration time) {
        jdbc.sql("""
                        update lane set leased_until = leased_until - passed, not_before = not_before - passed,
                            claimed_at = claimed_at - passed
                        from make_interval(secs => ?) as passed
                        """).param(time.toSeconds()).update();
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public static Letter acknowledgement(String id, String party) {
        return letter(id, Letter.Type.ACKNOWLEDGEMENT, null, null, party, List.of());
    }

    public static Letter circularLetter(String id, String number, String... recipients) {
        return letter(
                id,
                Letter.Type.CIRCULAR,
                "notification-registered",
                number,
                "KG",
                Arrays.stream(recipients).map(PartyCode::new).toList());
    }

    private static Letter letter(
            String id,
            Letter.Type type,
            @Nullable String kind,
            @Nullable String number,
            String party,
            List<PartyCode> recipients) {
        String json = """
                {"type":"%s","id":"%s","outcome":"returned","party":"%s","reference":"1-2/Ж","channel":"jms",\
                "receivedAt":"2026-11-23T09:59:00Z","receivedOn":"2026-11-23","errors":[],"effects":[],\
                "number":"%s","kind":"%s","issuedAt":"2026-11-23T10:00:00Z","text":{"ru":"Да","en":"Yes"}}""".formatted(type.wireName(), id, party, number, kind);
        return new Letter(
                id,
                type,
                kind,
                number,
                "cis-heavy-engineering-2025",
                new PartyCode(party),
                "1-2/Ж",
                null,
                json.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-23T10:00:00Z"),
                recipients);
    }

    /** Letters of that state, in the order in which they were put down. */
    public List<String> letters(Deliveries.State state) {
        return deliveries.list(state, 0, 10_000).stream()
                .map(Deliveries.Line::letter)
                .toList();
    }

    /** As a kill would: the process is gone, and with it its connections; what it held stays held in the tables. */
    @Override
    public void close() {
        presence.close();
        pool.close();
    }
}
