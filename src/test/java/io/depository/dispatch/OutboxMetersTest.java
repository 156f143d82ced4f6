package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.outbox.TestOutbox;
import io.depository.parties.Channel;
import io.depository.testing.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class OutboxMetersTest {

    @Test
    void showsWhatWaitsAndForHowLongAndAsksTheDatabaseSeldom() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
        try (TestOutbox house = TestOutbox.fresh()) {
            house.circular("c-1", "2026/1", "KG");
            house.acknowledgeMany("a-", "KG", Channel.JMS, 3);
            Instant oldest = house.deliveries.figures().oldestDue();
            clock.pass(Duration.between(clock.instant(), oldest).plusSeconds(90));
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            new OutboxMeters(house.deliveries, clock).bindTo(registry);

            assertThat(gauge(registry, "depository.outbox.circulars")).isEqualTo(1);
            assertThat(deliveries(registry, "due")).isEqualTo(3);
            assertThat(deliveries(registry, "failed")).isZero();
            assertThat(deliveries(registry, "no-channel")).isZero();
            assertThat(gauge(registry, "depository.outbox.oldest.due")).isEqualTo(90);

            house.acknowledgeMany("b-", "KG", Channel.JMS, 1);
            assertThat(deliveries(registry, "due")).as("a second later").isEqualTo(3);
            OutboxHealth health = new OutboxHealth(house.deliveries);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            house.fanOuts.spread(10, party -> List.of());
            assertThat(health.health().getStatus().getCode()).isEqualTo("ATTENTION");
            clock.pass(Duration.ofSeconds(6));
            assertThat(deliveries(registry, "due")).isEqualTo(4);
            assertThat(deliveries(registry, "no-channel")).isEqualTo(1);
        }
    }

    private static double gauge(SimpleMeterRegistry registry, String name) {
        return registry.get(name).gauge().value();
    }

    private static double deliveries(SimpleMeterRegistry registry, String state) {
        return registry.get("depository.outbox.deliveries")
                .tag("state", state)
                .gauge()
                .value();
    }
}
