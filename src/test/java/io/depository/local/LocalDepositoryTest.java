package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDepositoryTest {

    private static final Pattern ADDRESS = Pattern.compile("HTTP +(http://\\S+)");

    @TempDir
    Path home;

    @Test
    void comesUpByItselfAfterAKillAndLeavesNothingRunningWhenItIsStopped() throws Exception {
        Process first = start("first");
        awaitReady(first, "first");
        first.destroyForcibly();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();

        Process second = start("second");
        awaitReady(second, "second");
        second.destroy();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    }

    private Process start(String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        ClassPath.ofThisProcess(),
                        LocalDepository.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said(name).toFile());
        builder.environment().put("DEPOSITORY_HOME", home.toString());
        for (String port : new String[] {"SERVER_PORT", "LOCAL_BROKER_PORT", "LOCAL_SMTP_PORT", "LOCAL_IMAP_PORT"}) {
            builder.environment().put(port, "0");
        }
        return builder.start();
    }

    private void awaitReady(Process process, String name) {
        await(name)
                .atMost(Duration.ofSeconds(90))
                .failFast(name + " has ended", () -> !process.isAlive())
                .until(() -> isReady(Files.readString(said(name))));
    }

    private static boolean isReady(String said) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(said);
        return address.find()
                && HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create(address.group(1) + "/actuator/health/readiness"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
    }

    private Path said(String name) {
        return home.resolve(name + ".out");
    }
}
