package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    Path home;

    /** A process that holds the lock until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            HomeLock lock = HomeLock.acquire(Path.of(arguments[0]));
            System.out.println("held " + lock);
            Thread.currentThread().join();
        }
    }

    @Test
    void refusesASecondDepositoryInTheSameHome() {
        try (HomeLock first = HomeLock.acquire(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOf(HomeLock.HomeInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(home.toString());
        }
        HomeLock.acquire(home).close();
    }

    @Test
    void isFreeAgainWhenItsHolderIsKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).startsWith("held");
            assertThatThrownBy(() -> HomeLock.acquire(home)).hasMessageContaining("process " + holder.pid());
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        HomeLock.acquire(home).close();
    }
}
