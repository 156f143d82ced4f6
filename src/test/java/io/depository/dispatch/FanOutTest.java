package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.outbox.Deliveries;
import io.depository.outbox.TestOutbox;
import io.depository.testing.MovableClock;
import io.depository.testing.TestDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutTest {

    /** The instant at which the letters of {@link TestOutbox} are issued. */
    private static final Instant ISSUED = Instant.parse("2026-11-23T10:00:00Z");

    private final MovableClock clock = new MovableClock(ISSUED);
    private final TestOutbox house = TestOutbox.fresh(clock);
    private final AtomicBoolean decisionsWait = new AtomicBoolean();
    private final FanOut fanOut = new FanOut(house.fanOuts, new TestDirectory(), decisionsWait::get, clock);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void addressesACircularOnEveryChannelOfEachRecipient() {
        house.circular("circular-2026-1", "2026/1", "KG", "KZ");

        assertThat(fanOut.spread()).isEqualTo(1);
        assertThat(house.letters(Deliveries.State.DUE)).hasSize(6).containsOnly("circular-2026-1");
    }

    @Test
    void circularsStandBackWhileDecisionsWait() {
        house.circular("circular-2026-1", "2026/1", "KG", "KZ");
        decisionsWait.set(true);

        assertThat(fanOut.spread()).isZero();
        assertThat(house.letters(Deliveries.State.DUE)).isEmpty();

        decisionsWait.set(false);
        assertThat(fanOut.spread()).isEqualTo(1);
    }

    @Test
    void noCircularStandsBackForEver() {
        house.circular("circular-2026-1", "2026/1", "KG", "KZ");
        decisionsWait.set(true);

        clock.pass(FanOut.PATIENCE.minusMillis(1));
        assertThat(fanOut.spread()).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(fanOut.spread()).isEqualTo(1);
    }

    @Test
    void nothingIsAddressedOnceTheApplicationEnds() {
        house.circular("circular-2026-1", "2026/1", "KG", "KZ");

        fanOut.close();

        assertThat(fanOut.spread()).isZero();
    }
}
