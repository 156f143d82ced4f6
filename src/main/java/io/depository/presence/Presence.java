package io.depository.presence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Shows the other processes that this one lives: an advisory lock on a number of its own, held on one connection. However
 * this process ends, PostgreSQL gives the lock back within the moment, and nobody has to wait for its leases to run out.
 */
@Component
public class Presence implements AutoCloseable {

    /** The first half of the advisory lock's key; the second is the holder's number. */
    private static final int FAMILY = 0x4C414E45;

    /** A query for the numbers of all processes that live: a lease of any other holder binds nobody. */
    public static final String LIVING = """
            select objid::bigint from pg_locks
            where locktype = 'advisory' and classid = %d and objsubid = 2 and granted
              and database = (select oid from pg_database where datname = current_database())""".formatted(FAMILY);

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource database;
    private @Nullable Connection connection;
    private int holder;

    public Presence(DataSource database) {
        this.database = database;
    }

    /**
     * The number under which this process holds what it has taken on.
     *
     * @throws DataAccessResourceFailureException where the database cannot be told
     */
    public synchronized int holder() {
        try {
            if (connection == null) {
                enter();
            }
            return holder;
        } catch (SQLException e) {
            throw untold(e);
        }
    }

    /**
     * Looks whether the connection still stands, and takes a new number where it does not.
     *
     * @throws DataAccessResourceFailureException where the database cannot be told
     */
    public synchronized void confirm() {
        try {
            if (connection == null || !connection.isValid(SECONDS_TO_ANSWER)) {
                close();
                enter();
            }
        } catch (SQLException e) {
            throw untold(e);
        }
    }

    private static DataAccessResourceFailureException untold(SQLException cause) {
        return new DataAccessResourceFailureException("Cannot show the other processes that this one lives", cause);
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
