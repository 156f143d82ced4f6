package io.depository.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inbox in PostgreSQL. However many arrive together, they cost two statements and one commit: all documents, then
 * all receipts with the work they make.
 */
@Repository
class JdbcIntake implements Intake {

    /** In the order of the digest, so that two batches with the same documents never wait for each other in a ring. */
    private static final String KEEP_DOCUMENTS = """
            insert into document (digest, too_large, size, content)
            select digest, too_large, size, content
              from unnest(?::bytea[], ?::boolean[], ?::bigint[], ?::bytea[]) as arrived (digest, too_large, size, content)
            on conflict do nothing
            """;

    /** Receipts are numbered in the order of arrival: it breaks ties between equal instants. */
    private static final String KEEP_RECEIPTS = """
            with kept as (
                insert into receipt (channel, channel_key, channel_party, account, digest, too_large, received_at,
                                     correlation, evidence)
                select channel, channel_key, channel_party, account, digest, too_large, received_at, correlation, evidence
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::boolean[], ?::timestamptz[],
                              ?::text[], ?::jsonb[]) with ordinality
                       as arrived (channel, channel_key, channel_party, account, digest, too_large, received_at,
                                   correlation, evidence, place)
                 order by place
                on conflict (channel_key) do nothing
                returning id, channel_party, received_at)
            insert into work (receipt_id, channel_party, received_at)
            select id, channel_party, received_at from kept order by id
            """;

    private static final int TIMEOUT_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Wake wake;

    JdbcIntake(JdbcTemplate jdbc, PlatformTransactionManager transactions, Wake wake) {
        this.jdbc = jdbc;
        this.wake = wake;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setTimeout(TIMEOUT_SECONDS);
    }

    @Override
    public int store(List<NewReceipt> arrivals) {
        if (arrivals.isEmpty()) {
            return 0;
        }
        Integer stored = transaction.execute(status -> {
            jdbc.update(connection -> documents(connection, arrivals));
            return jdbc.update(connection -> receipts(connection, arrivals));
        });
        wake.examination();
        return stored == null ? 0 : stored;
    }

    private static PreparedStatement documents(Connection connection, List<NewReceipt> arrivals) throws SQLException {
        List<NewReceipt> byDigest = arrivals.stream()
                .sorted(Comparator.comparing(NewReceipt::digest, Arrays::compareUnsigned)
                        .thenComparing(NewReceipt::tooLarge))
                .toList();
        Columns columns = new Columns(connection.prepareStatement(KEEP_DOCUMENTS), byDigest);
        columns.add("bytea", NewReceipt::digest, byte[][]::new);
        columns.add("boolean", NewReceipt::tooLarge, Boolean[]::new);
        columns.add("bigint", NewReceipt::size, Long[]::new);
        columns.add("bytea", NewReceipt::content, byte[][]::new);
        return columns.statement;
    }

    private static PreparedStatement receipts(Connection connection, List<NewReceipt> arrivals) throws SQLException {
        Columns columns = new Columns(connection.prepareStatement(KEEP_RECEIPTS), arrivals);
        columns.add("text", arrival -> arrival.channel().wireName(), String[]::new);
        columns.add("text", NewReceipt::channelKey, String[]::new);
        columns.add("text", JdbcIntake::channelParty, String[]::new);
        columns.add("text", arrival -> StorableText.of(arrival.account()), String[]::new);
        columns.add("bytea", NewReceipt::digest, byte[][]::new);
        columns.add("boolean", NewReceipt::tooLarge, Boolean[]::new);
        columns.add("timestamptz", JdbcIntake::receivedAt, String[]::new);
        columns.add("text", arrival -> StorableText.of(arrival.correlation()), String[]::new);
        columns.add("text", arrival -> evidence(arrival.evidence()), String[]::new);
        return columns.statement;
    }

    private static @Nullable String channelParty(NewReceipt arrival) {
        return arrival.channelParty() == null ? null : arrival.channelParty().value();
    }

    /** In microseconds, as the database keeps it; cut, never rounded up, so that no arrival moves past midnight. */
    private static String receivedAt(NewReceipt arrival) {
        return arrival.receivedAt().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static String evidence(Map<String, String> evidence) {
        Map<String, @Nullable String> storable = new TreeMap<>();
        evidence.forEach((name, value) -> storable.put(StorableText.of(name), StorableText.of(value)));
        return JSON.writeValueAsString(storable);
    }

    /** The arrays of one statement, one a column. */
    private static final class Columns {

        private final PreparedStatement statement;
        private final List<NewReceipt> arrivals;
        private int count;

        Columns(PreparedStatement statement, List<NewReceipt> arrivals) {
            this.statement = statement;
            this.arrivals = arrivals;
        }

        <T> void add(String type, Function<NewReceipt, ? extends @Nullable T> column, Function<Integer, T[]> array)
                throws SQLException {
            T[] values = array.apply(arrivals.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = column.apply(arrivals.get(i));
            }
            statement.setArray(++count, statement.getConnection().createArrayOf(type, values));
        }
    }
}
