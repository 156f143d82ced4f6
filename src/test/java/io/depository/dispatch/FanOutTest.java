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

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final TestOutbox house = TestOutbox.fresh();
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
        house.circular("circular-2026-1", "2026/1", "KG");
        decisionsWait.set(true);
        assertThat(fanOut.spread()).as("the first turn").isEqualTo(1);

        house.circular("circular-2026-2", "2026/2", "KG");
        assertThat(fanOut.spread()).isZero();
        assertThat(house.letters(Deliveries.State.DUE)).doesNotContain("circular-2026-2");

        decisionsWait.set(false);
        assertThat(fanOut.spread()).as("nothing waits any more").isEqualTo(1);
    }

    @Test
    void noStreamOfNotificationsKeepsCircularsBackForEver() {
        house.circular("circular-2026-1", "2026/1", "KG");
        decisionsWait.set(true);
        fanOut.spread();
        house.circular("circular-2026-2", "2026/2", "KG");

        clock.pass(FanOut.BETWEEN_TURNS.minusMillis(1));
        assertThat(fanOut.spread()).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(fanOut.spread()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackKeepsNoCircularBack() {
        house.circular("circular-2026-1", "2026/1", "KG");
        decisionsWait.set(true);
        fanOut.spread();
        house.circular("circular-2026-2", "2026/2", "KG");

        clock.pass(Duration.ofDays(-1));
        assertThat(fanOut.spread()).isEqualTo(1);
    }

    @Test
    void aTurnInWhichThereWasNothingIsNone() {
        decisionsWait.set(true);
        assertThat(fanOut.spread()).isZero();

        house.circular("circular-2026-1", "2026/1", "KG");
        assertThat(fanOut.spread()).isEqualTo(1);
    }

    @Test
    void nothingIsAddressedOnceTheApplicationEnds() {
        house.circular("circular-2026-1", "2026/1", "KG", "KZ");

        fanOut.close();

        assertThat(fanOut.spread()).isZero();
    }
}
