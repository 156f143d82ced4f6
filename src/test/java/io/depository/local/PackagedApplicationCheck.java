package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application as it is delivered: one jar, set by environment variables, beside services that it did not start. Runs
 * after the jar is packaged, and so not among the tests proper.
 */
class PackagedApplicationCheck {

    @TempDir
    Path home;

    @Test
    void startsFromItsJarWithSettingsFromTheEnvironmentAlone() throws Exception {
        DemoDirectory.in(home);
        try (LocalPostgres postgres = LocalPostgres.start(home, 0);
                EmbeddedBroker broker = EmbeddedBroker.start(home, 0, DemoState.parties());
                EmbeddedMail mail = EmbeddedMail.start(0, 0)) {
            int port = anyFreePort();
            Path said = home.resolve("application.log");
            Process application = launch(environment(postgres, broker, mail, port), said);
            try {
                await().atMost(Duration.ofSeconds(90))
                        .failFast(() -> assertThat(application.isAlive())
                                .as(Files.readString(said))
                                .isTrue())
                        .until(() -> isReady(port));
            } finally {
                application.destroy();
                assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void answersLawyersFromItsJarWithNothingBesideIt() throws Exception {
        Path said = home.resolve("effects.csv");
        Process effects = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toString(),
                        "effects",
                        "--agreement",
                        "src/main/resources/agreements/cis-heavy-engineering-2025.yaml",
                        "--acts",
                        "docs/examples/acts.csv")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(effects.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(effects.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).startsWith("line,party,act,received,outcome");
    }

    /** CycloneDX: what is in the jar, library by library, for whoever watches for holes in them. */
    @Test
    void carriesItsBillOfMaterials() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            ZipEntry bill = jar.getEntry("META-INF/sbom/application.cdx.json");
            Assumptions.assumeTrue(bill != null, "Skipped: Maven makes the bill of materials online only");
            JsonNode components =
                    JsonMapper.shared().readTree(jar.getInputStream(bill)).path("components");
            assertThat(components
                            .valueStream()
                            .map(component -> component.path("name").asString()))
                    .contains("camel-mail", "bcprov-jdk18on", "postgresql", "jackson-databind")
                    .doesNotContain("greenmail", "jazzer", "junit-jupiter-api", "artemis-server");
        }
    }

    private Process launch(Map<String, String> environment, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar().toString()))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Map<String, String> environment(
            LocalPostgres postgres, EmbeddedBroker broker, EmbeddedMail mail, int port) {
        return Map.ofEntries(
                Map.entry("SERVER_PORT", String.valueOf(port)),
                Map.entry("SPRING_DATASOURCE_URL", postgres.url()),
                Map.entry("SPRING_DATASOURCE_USERNAME", LocalPostgres.APPLICATION),
                Map.entry("SPRING_DATASOURCE_PASSWORD", postgres.password(LocalPostgres.APPLICATION)),
                Map.entry("SPRING_FLYWAY_USER", LocalPostgres.OWNER),
                Map.entry("SPRING_FLYWAY_PASSWORD", postgres.password(LocalPostgres.OWNER)),
                Map.entry("DEPOSITORY_DROP", home.resolve("drop").toString()),
                Map.entry("DEPOSITORY_DIRECTORY", home.resolve("directory.yaml").toString()),
                Map.entry("DEPOSITORY_ACCEPTAGREEMENTS", "any"),
                Map.entry("DEPOSITORY_LOGKEY", home.resolve("log-key.pem").toString()),
                Map.entry(
                        "DEPOSITORY_CHECKPOINTFILE", home.resolve("checkpoint").toString()),
                Map.entry("DEPOSITORY_BROKER_URL", broker.coreUrl()),
                Map.entry("DEPOSITORY_BROKER_USER", EmbeddedBroker.USER),
                Map.entry("DEPOSITORY_BROKER_PASSWORD", EmbeddedBroker.PASSWORD),
                Map.entry("DEPOSITORY_MAIL_ADDRESS", EmbeddedMail.DEPOSITORY),
                Map.entry("DEPOSITORY_MAIL_IMAP", mail.imapUrl()),
                Map.entry("DEPOSITORY_MAIL_SMTP", mail.smtpUrl()),
                Map.entry("DEPOSITORY_MAIL_USER", EmbeddedMail.DEPOSITORY),
                Map.entry("DEPOSITORY_MAIL_TLS", "false"),
                Map.entry("DEPOSITORY_MAIL_PASSWORD", EmbeddedMail.DEPOSITORY));
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("depository-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() -> new AssertionError("No jar in target; run mvn verify"));
        }
    }

    private static boolean isReady(int port) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
