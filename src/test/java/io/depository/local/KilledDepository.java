package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Local mode in a process of its own, on one home and the same ports each time, that can be killed at any moment. What
 * it leaves behind, its PostgreSQL above all, is left.
 */
final class KilledDepository implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration START_TIMEOUT = Duration.ofSeconds(150);
    private static final long BETWEEN_LOOKS = 100;
    private static final int LAST_WORDS = 40;

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Process process;

    /** @param mail the mail server, which is nobody's and lives on */
    KilledDepository(Path home, MailServer mail) {
        this.home = home;
        environment.put("DEPOSITORY_HOME", home.toString());
        environment.put("LOCAL_MAIL", "external");
        environment.put("LOCAL_SMTP_PORT", String.valueOf(mail.smtpPort()));
        environment.put("LOCAL_IMAP_PORT", String.valueOf(mail.imapPort()));
        for (String port : List.of("SERVER_PORT", "LOCAL_BROKER_PORT", "LOCAL_POSTGRES_PORT")) {
            environment.put(port, freePort());
        }
    }

    Path home() {
        return home;
    }

    int brokerPort() {
        return Integer.parseInt(environment.get("LOCAL_BROKER_PORT"));
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Ddepository.ends-with-parent=true",
                        LocalDepository.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", ClassPath.ofThisProcess());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready. */
    void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            assertThat(System.nanoTime())
                    .as("time until it is ready; " + lastWords())
                    .isLessThan(until);
            runFor(BETWEEN_LOOKS);
        }
    }

    /** Lets it run. It must not end by itself. */
    void runFor(long milliseconds) throws InterruptedException {
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        assertThat(ended).as("the depository ended by itself: " + lastWords()).isFalse();
    }

    /** SIGKILL: nothing in it gets a chance to say good-bye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    /** What it answers over HTTP. */
    String text(String path) {
        try {
            HttpResponse<String> answer = send(path);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it answers to what is posted. */
    String post(String path, byte[] body) {
        try {
            return http.send(
                            HttpRequest.newBuilder(address(path))
                                    .timeout(Duration.ofMinutes(2))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e + "; " + lastWords(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + environment.get("SERVER_PORT") + path);
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Its database, to look into. */
    JdbcClient database() {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("postgresql/passwords.properties"))) {
            passwords.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + environment.get("LOCAL_POSTGRES_PORT") + "/" + LocalPostgres.DATABASE,
                LocalPostgres.OWNER,
                passwords.getProperty(LocalPostgres.OWNER)));
    }

    private Path said() {
        return home.resolve("said.log");
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(said());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            return "it said nothing that can be read: " + e;
        }
    }

    /** Stops it as a person would, so that nothing is left running. */
    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    /** Below the ports that the system gives to clients, so that none of them gets it while the server is away. */
    private static String freePort() {
        Random random = new Random();
        while (true) {
            int port = 20_000 + random.nextInt(12_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return String.valueOf(free.getLocalPort());
            } catch (IOException taken) {
                // Then another one.
                continue;
            }
        }
    }
}
