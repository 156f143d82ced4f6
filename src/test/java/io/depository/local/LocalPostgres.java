package io.depository.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real PostgreSQL in {@code <home>/postgresql}, at full durability: what it has committed outlives a kill of any
 * process, its own included. It belongs to the process that has the home's lock; a server that a killed process left
 * behind is stopped and started again.
 */
final class LocalPostgres implements AutoCloseable {

    static final String DATABASE = "depository";
    static final String OWNER = "depository_owner";
    static final String APPLICATION = "depository_app";
    private static final String SUPERUSER = "postgres";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "timezone", "UTC",
            "max_connections", "60",
            "max_wal_size", "512MB",
            "jit", "off"));

    private final Path data;
    private final PostgresPrograms programs;
    private final PostgresPasswords passwords;
    private final int port;

    private LocalPostgres(Path data, PostgresPrograms programs, PostgresPasswords passwords, int port) {
        this.data = data;
        this.programs = programs;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts the server, with the two roles and the empty database where they are missing.
     *
     * @param port the TCP port on 127.0.0.1; 0 for any free one
     */
    static LocalPostgres start(Path home, int port) {
        Path folder = home.resolve("postgresql").toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            PostgresPasswords passwords = PostgresPasswords.in(folder);
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.in(folder), folder.resolve("server.log"));
            Path data = folder.resolve("data");
            if (Files.exists(data)) {
                LeftOver.in(data, programs).end();
            } else {
                initialise(data, programs, passwords);
            }
            LocalPostgres server = new LocalPostgres(data, programs, passwords, port == 0 ? anyFreePort() : port);
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    int port() {
        return port;
    }

    String url() {
        return url(DATABASE);
    }

    String password(String role) {
        return passwords.of(role);
    }

    /** Where the roles' passwords are kept. */
    Path passwordFile() {
        return passwords.file();
    }

    @Override
    public void close() {
        try {
            programs.stop(data);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** A folder that a kill left half made is never taken for a database: only a whole one gets the name. */
    private static void initialise(Path data, PostgresPrograms programs, PostgresPasswords passwords)
            throws IOException {
        Path incomplete = data.resolveSibling("data.incomplete");
        PrivateFiles.removeAll(incomplete);
        Path superuser = data.resolveSibling("superuser.tmp");
        PrivateFiles.writeSecret(superuser, passwords.of(SUPERUSER) + "\n");
        programs.initialise(incomplete, SUPERUSER, superuser);
        Files.delete(superuser);
        PrivateFiles.giveName(incomplete, data);
    }

    private void launch() throws IOException {
        programs.start(data, port, SETTINGS, START_TIMEOUT);
        try {
            createWhatIsMissing();
            checkDurability();
        } catch (SQLException | RuntimeException e) {
            programs.stop(data);
            throw new IOException("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void createWhatIsMissing() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password(SUPERUSER));
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
                statement.execute("alter role " + role + " password '" + password(role) + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    /** Asks as the application would: a setting of the role or the database would count too. */
    private void checkDurability() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), APPLICATION, password(APPLICATION));
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " must be on, or a commit could be lost");
                    }
                }
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
