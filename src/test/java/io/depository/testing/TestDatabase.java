package io.depository.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests: one server in the whole test run, one database a test class, copied from a migrated
 * template in some hundred milliseconds. The application's role is as poor here as in production.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh, migrated, empty database. */
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        execute(
                SERVER.getPostgresDatabase(),
                "create database " + name + " template depository_template owner depository_owner");
        return new TestDatabase(name);
    }

    public String url() {
        return url(name);
    }

    /** A pool of the application's role. */
    public HikariDataSource asApplication() {
        return pool("depository_app");
    }

    /** A pool of the role that owns the tables: for looking from outside, and for doing harm. */
    public HikariDataSource asOwner() {
        return pool("depository_owner");
    }

    /** One connection of a superuser, for whom no constraint holds that leads to another table. */
    public Connection asSuperuser() throws SQLException {
        Connection connection = SERVER.getDatabase("postgres", name).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** Ends all connections of the application's role, whatever they are doing, and lets nobody connect anew. */
    public void goAway() {
        execute(SERVER.getPostgresDatabase(), "alter database " + name + " with allow_connections false");
        execute(
                SERVER.getPostgresDatabase(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Is there again. */
    public void comeBack() {
        execute(SERVER.getPostgresDatabase(), "alter database " + name + " with allow_connections true");
    }

    private HikariDataSource pool(String role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(role);
        pool.setPassword(role);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            DataSource postgres = server.getPostgresDatabase();
            execute(postgres, "create role depository_owner login password 'depository_owner'");
            execute(postgres, "create role depository_app login password 'depository_app'");
            execute(postgres, "create database depository_template owner depository_owner");
            Flyway.configure()
                    .dataSource(
                            "jdbc:postgresql://localhost:" + server.getPort() + "/depository_template",
                            "depository_owner",
                            "depository_owner")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run: " + sql, e);
        }
    }
}
