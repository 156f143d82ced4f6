package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.outbox.Delivery;
import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes with a circular: made once, kept, and never a reason to hold the letter back. */
class EnclosingTest {

    private static TestOutbox house;

    private final AtomicInteger made = new AtomicInteger();

    @BeforeAll
    static void openHouse() {
        house = TestOutbox.fresh();
        for (int i = 1; i <= 5; i++) {
            house.circular("circular-" + i, "2026/" + i, "KG");
        }
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void makesADocumentOnceForAllRecipientsAndProcesses() {
        Function<byte[], byte[]> counting = json -> new byte[] {(byte) made.incrementAndGet()};
        try (Enclosing one = new Enclosing(house.enclosures, counting, json -> Optional.of(new byte[] {9}));
                Enclosing other = new Enclosing(house.enclosures, counting, json -> Optional.empty())) {
            assertThat(one.of(circular(1)).paper()).containsExactly(1);
            assertThat(one.of(circular(1)).days()).containsExactly(9);
            assertThat(other.of(circular(1)).paper()).containsExactly(1);
            assertThat(other.of(circular(1)).days()).containsExactly(9);
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsThatACircularTellsOfNoDay() {
        try (Enclosing enclosing = new Enclosing(house.enclosures, json -> new byte[] {1}, json -> Optional.empty())) {
            assertThat(enclosing.of(circular(2)).days()).isNull();
        }
    }

    @Test
    void letsTheLetterGoWithoutWhatCannotBeMadeInThreeTries() {
        long before = house.deliveries.figures().withoutDocument();
        try (Enclosing enclosing = new Enclosing(
                house.enclosures,
                json -> {
                    made.incrementAndGet();
                    throw new StackOverflowError("a bug of ours");
                },
                json -> Optional.of(new byte[] {9}))) {
            assertThatThrownBy(() -> enclosing.of(circular(3))).isInstanceOf(Enclosing.Unmade.class);
            assertThatThrownBy(() -> enclosing.of(circular(3))).hasMessageContaining("a bug of ours");
            assertThat(enclosing.of(circular(3)).paper()).isNull();
            assertThat(enclosing.of(circular(3)).days()).containsExactly(9);
        }
        assertThat(made).hasValue(3);
        assertThat(house.deliveries.figures().withoutDocument()).isEqualTo(before + 1);
    }

    @Test
    void doesNotWaitForWhatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        try (Enclosing enclosing = new Enclosing(
                house.enclosures,
                json -> {
                    if (made.incrementAndGet() == 1) {
                        awaitIgnoring(never);
                    }
                    return new byte[] {7};
                },
                json -> Optional.empty(),
                Duration.ofMillis(200))) {
            assertThatThrownBy(() -> enclosing.of(circular(4))).isInstanceOf(Enclosing.Unmade.class);
            assertThat(enclosing.of(circular(4)).paper()).containsExactly(7);
        } finally {
            never.countDown();
        }
    }

    private static void awaitIgnoring(CountDownLatch never) {
        boolean over = false;
        while (!over) {
            try {
                never.await();
                over = true;
            } catch (InterruptedException e) {
                over = false; // what hangs in earnest does not listen either
            }
        }
    }

    @Test
    void sendsAcknowledgementsAlone() {
        try (Enclosing enclosing =
                new Enclosing(house.enclosures, json -> new byte[] {1}, json -> Optional.of(new byte[] {2}))) {
            assertThat(enclosing.of(Posted.delivery(Channel.FILE, "KG", "a-1", "KG", 0)))
                    .isEqualTo(Enclosed.NOTHING);
        }
    }

    private static Delivery circular(int number) {
        return new Delivery(
                number,
                "circular-" + number + "-0-KG-file",
                TestOutbox.circularLetter("circular-" + number, "2026/" + number, "KG"),
                0,
                new PartyCode("KG"),
                Channel.FILE,
                "KG",
                null,
                0,
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
