package io.depository.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Shows the other processes that this one lives: an advisory lock on a number of its own, held on one connection. However
 * this process ends, PostgreSQL gives the lock back within the moment, and nobody has to wait for its leases to run out.
 */
@Component
class Presence implements AutoCloseable {

    /** The first half of the advisory lock's key; the second is the holder's number. */
    static final int FAMILY = 0x4C414E45;

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource database;
    private @Nullable Connection connection;
    private int holder;

    Presence(DataSource database) {
        this.database = database;
    }

    /** The number under which this process holds lanes. */
    synchronized int holder() throws SQLException {
        if (connection == null) {
            enter();
        }
        return holder;
    }

    /** Looks whether the connection still stands, and takes a new number where it does not. */
    synchronized void confirm() throws SQLException {
        if (connection == null || !connection.isValid(SECONDS_TO_ANSWER)) {
            close();
            enter();
        }
    }

    private void enter() throws SQLException {
        Connection opened = database.getConnection();
        try {
            int number;
            do {
                number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
            } while (!lock(opened, number));
            connection = opened;
            holder = number;
        } catch (SQLException e) {
            JdbcUtils.closeConnection(opened);
            throw e;
        }
    }

    private static boolean lock(Connection opened, int number) throws SQLException {
        try (var statement = opened.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, FAMILY);
            statement.setInt(2, number);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Gives the number back. A pooled connection outlives its user, so the lock is given back by name. */
    @Override
    public synchronized void close() {
        Connection closing = connection;
        connection = null;
        if (closing == null) {
            return;
        }
        try (closing;
                var statement = closing.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            LOG.info("The connection that showed this process alive is gone: {}", e.getMessage());
        }
    }
}
