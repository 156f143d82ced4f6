package io.depository.console;

import io.depository.inbox.WorkState;
import io.depository.inbox.Worklist;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inbox in figures: arrivals by state and the age of the oldest undone one. Asks the database at most every 5 s. */
@Component
class InboxMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Worklist worklist;
    private final Clock clock;
    private Worklist.@Nullable Load load;
    private Instant askedAt = Instant.EPOCH;

    InboxMetrics(Worklist worklist, Clock clock) {
        this.worklist = worklist;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (WorkState state : WorkState.values()) {
            Gauge.builder("depository.inbox.receipts", this, metrics -> metrics.count(state))
                    .description("Arrivals by state")
                    .tag("state", state.wireName())
                    .register(registry);
        }
        Gauge.builder("depository.inbox.oldest.undone", this, InboxMetrics::oldestUndone)
                .description("Age of the oldest arrival that is not decided")
                .baseUnit("seconds")
                .register(registry);
    }

    private double count(WorkState state) {
        return load().byState().getOrDefault(state, 0L);
    }

    private double oldestUndone() {
        return load().oldestUndone()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private synchronized Worklist.Load load() {
        Worklist.Load known = load;
        if (known == null || Duration.between(askedAt, clock.instant()).compareTo(FRESH) > 0) {
            known = worklist.load();
            load = known;
            askedAt = clock.instant();
        }
        return known;
    }
}
