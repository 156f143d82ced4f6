package io.depository.dispatch;

import io.depository.outbox.Deliveries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The outbox in numbers: {@code depository.outbox.deliveries} by state (due, failed, no-channel), {@code depository.outbox.circulars}
 * not yet addressed, and {@code depository.outbox.oldest.due} in seconds. The database is asked once in five seconds at
 * most, however often it is looked at.
 */
@Component
public class OutboxMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Clock clock;
    private Deliveries.@Nullable Figures figures;
    private Instant askedAt = Instant.MIN;

    public OutboxMeters(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("depository.outbox.deliveries", Deliveries.Figures::due)
                .tag("state", Deliveries.State.DUE.wireName())
                .description("Letters that wait to be sent")
                .register(registry);
        gauge("depository.outbox.deliveries", Deliveries.Figures::failed)
                .tag("state", Deliveries.State.FAILED.wireName())
                .description("Letters that could not be delivered and wait for staff")
                .register(registry);
        gauge("depository.outbox.deliveries", Deliveries.Figures::withoutChannel)
                .tag("state", Deliveries.State.NO_CHANNEL.wireName())
                .description("Letters that wait until a channel is registered for their recipient")
                .register(registry);
        gauge("depository.outbox.circulars", Deliveries.Figures::undone)
                .description("Circulars not yet addressed to their recipients")
                .register(registry);
        gauge("depository.outbox.without.document", Deliveries.Figures::withoutDocument)
                .description("Circulars that went without a document that could not be made")
                .register(registry);
        gauge("depository.outbox.oldest.due", this::ageOfOldest)
                .description("Age of the letter that waits longest")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<OutboxMeters> gauge(String name, ToDoubleFunction<Deliveries.Figures> figure) {
        return Gauge.builder(name, this, meters -> figure.applyAsDouble(meters.figures()))
                .strongReference(true);
    }

    private double ageOfOldest(Deliveries.Figures now) {
        Instant oldest = now.oldestDue();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    private synchronized Deliveries.Figures figures() {
        Instant now = clock.instant();
        Deliveries.Figures known = figures;
        if (known == null || Duration.between(askedAt, now).abs().compareTo(FRESH) > 0) {
            known = deliveries.figures();
            figures = known;
            askedAt = now;
        }
        return known;
    }
}
