package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One home through its life: the first start, a kill, and what a kill can leave. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPostgresTest {

    @TempDir
    static Path home;

    private final Path pidFile = home.resolve("postgresql/data/postmaster.pid");

    /** A process that will be killed: starts the server, commits one row and says so. */
    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            LocalPostgres server = LocalPostgres.start(Path.of(arguments[0]), 0);
            try (Connection connection = asOwner(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists kept (line text)");
                statement.execute("insert into kept values ('committed')");
                System.out.println("ready");
                statement.execute("begin; insert into kept values ('not committed'); select pg_sleep(600)");
            }
        }
    }

    @Test
    @Order(1)
    void initialisesAgainWhereAKillLeftAHalfMadeFolder() throws Exception {
        Path halfMade = home.resolve("postgresql/data.incomplete");
        Files.createDirectories(halfMade.resolve("base"));
        Files.writeString(halfMade.resolve("postgresql.conf"), "");

        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(ask(server, "select count(*) from pg_tables where tablename = 'kept'"))
                    .isEqualTo("0");
        }
        assertThat(halfMade).doesNotExist();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    @Order(2)
    void isAtFullDurabilityForTheApplication() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(home, 0);
                Connection connection = DriverManager.getConnection(
                        server.url(), LocalPostgres.APPLICATION, server.password(LocalPostgres.APPLICATION))) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(connection, "show server_version")).startsWith("18.");
            assertThat(ask(connection, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    @Order(3)
    void keepsThePasswordsForTheOwnerAlone() throws IOException {
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile())))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), LocalPostgres.OWNER, "guessed"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @Order(4)
    void comesUpByItselfBesideTheServerThatAKilledProcessLeft() throws Exception {
        killAChild();
        long leftOver = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        assertThat(ProcessHandle.of(leftOver)).get().matches(ProcessHandle::isAlive);

        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(leftOver)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
            assertThat(ask(server, "select string_agg(line, ',') from kept")).isEqualTo("committed");
        }
    }

    @Test
    @Order(5)
    void comesUpByItselfWhereTheServerWasKilledToo() throws Exception {
        killAChild();
        ProcessHandle leftOver = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                .orElseThrow();
        leftOver.destroyForcibly();
        leftOver.onExit().get(10, TimeUnit.SECONDS);

        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            assertThat(ask(server, "select string_agg(line, ',') from kept")).isEqualTo("committed,committed");
        }
    }

    @Test
    @Order(6)
    void leavesAloneTheProcessThatHasTheNumberByNow() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, stranger.pid() + "\n" + pidFile.getParent() + "\n0\n5432\n\n127.0.0.1\n");
            try (LocalPostgres server = LocalPostgres.start(home, 0)) {
                assertThat(ask(server, "select count(*) from kept")).isEqualTo("2");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    @Order(7)
    void refusesToStartWhereACommitCouldBeLost() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(home, 0)) {
            execute(server, "alter database " + LocalPostgres.DATABASE + " set synchronous_commit = off");
        }
        assertThatThrownBy(() -> LocalPostgres.start(home, 0))
                .hasStackTraceContaining("synchronous_commit must be on, or a commit could be lost");
        assertThat(pidFile).doesNotExist();
    }

    private static void killAChild() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().anyMatch("ready"::equals)).isTrue();
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Connection asOwner(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), LocalPostgres.OWNER, server.password(LocalPostgres.OWNER));
    }

    private static void execute(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = asOwner(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(LocalPostgres server, String query) throws SQLException {
        try (Connection connection = asOwner(server)) {
            return ask(connection, query);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
