package io.depository.register.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The head row, locked until the transaction ends.
 *
 * @param frontier roots of the complete subtrees
 * @param recordedAt the database's clock once the lock was held, never before what was last recorded
 * @param note the checkpoint of that size; null while the register is empty
 * @param key the key that the log's was last changed to; null where it never was
 */
record LockedHead(
        long size,
        byte[] frontier,
        Instant recordedAt,
        int circularYear,
        int circularNumber,
        @Nullable String note,
        @Nullable String key) {

    /**
     * Three statements in one round trip. The first fences the sleeper: PostgreSQL itself ends a transaction that waits
     * or holds the lock too long. The second locks; the clock is read outside the part that waits. The third has a
     * snapshot of its own, and so sees the checkpoint of whoever held the lock before.
     */
    private static final String LOCK = """
            select set_config('lock_timeout', '10s', true),
                   set_config('idle_in_transaction_session_timeout', '10s', true),
                   set_config('transaction_timeout', '30s', true),
                   current_setting('transaction_isolation') as isolation;
            with locked as materialized (select * from head where id = 1 for update)
            select size, frontier, circular_year, circular_number,
                   greatest(clock_timestamp(), last_recorded_at) as recorded_at
            from locked;
            select c.note, (select current from log_key order by entry desc limit 1) as key
            from head h left join checkpoint c on c.size = h.size where h.id = 1
            """;

    static LockedHead lock(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("The register's database has no transaction: the one that is open is"
                    + " another resource's, and the lock would be gone at once");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            requireReadCommitted(statement.getResultSet());
            statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            ResultSet head = statement.getResultSet();
            statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            ResultSet checkpoint = statement.getResultSet();
            if (!head.next()) {
                throw new IllegalStateException("The register's head row is missing; it was never the application's to"
                        + " remove. Restore the database.");
            }
            checkpoint.next();
            return new LockedHead(
                    head.getLong("size"),
                    head.getBytes("frontier"),
                    head.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    head.getInt("circular_year"),
                    head.getInt("circular_number"),
                    checkpoint.getString("note"),
                    checkpoint.getString("key"));
        }
    }

    /** In any other level the transaction would go on to see what was committed before it waited. */
    private static void requireReadCommitted(ResultSet row) throws SQLException {
        row.next();
        String isolation = row.getString("isolation");
        if (!"read committed".equals(isolation)) {
            throw new IllegalStateException(
                    "The register is appended to at READ COMMITTED only, this transaction is " + isolation);
        }
    }
}
