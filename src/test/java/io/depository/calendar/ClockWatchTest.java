package io.depository.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant THU_2026_03_05 = Instant.parse("2026-03-05T09:00:00Z");

    private final MovableClock clock = new MovableClock(THU_2026_03_05);
    private final MovableClock database = new MovableClock(THU_2026_03_05);
    private final AtomicLong nanos = new AtomicLong(42);
    private final ClockWatch watch = new ClockWatch(clock, nanos::get, database::instant);

    @Test
    void trustsAClockThatGoesWithMonotonicAndDatabaseTime() {
        passEverywhere(Duration.ofDays(3));
        assertThat(watch.isTrustworthy()).isTrue();
    }

    @Test
    void forgivesSecondsOfDifference() {
        passEverywhere(Duration.ofDays(1));
        clock.pass(Duration.ofSeconds(59));
        assertThat(watch.isTrustworthy()).isTrue();
    }

    @Test
    void haltsWhenTheClockJumpsAgainstMonotonicTime() {
        clock.pass(Duration.ofDays(31));
        database.pass(Duration.ofDays(31));
        assertThat(watch.isTrustworthy()).isFalse();
    }

    @Test
    void haltsWhenTheDatabaseSaysAnotherTime() {
        database.pass(Duration.ofMinutes(-2));
        assertThat(watch.isTrustworthy()).isFalse();
    }

    @Test
    void staysHaltedUntilARestart() {
        clock.pass(Duration.ofDays(1));
        assertThat(watch.isTrustworthy()).isFalse();
        clock.pass(Duration.ofDays(-1));
        assertThat(watch.isTrustworthy()).isFalse();
    }

    private void passEverywhere(Duration time) {
        clock.pass(time);
        database.pass(time);
        nanos.addAndGet(time.toNanos());
    }
}
