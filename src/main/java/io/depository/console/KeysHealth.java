package io.depository.console;

import io.depository.parties.EndingKeys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows states whose key or certificate ends within days with none to follow it: the service is up, and staff have to
 * write to them. Asks the database at most once a minute.
 */
@Component("keys")
class KeysHealth implements HealthIndicator, MeterBinder {

    private static final Status ATTENTION = new Status("ATTENTION", "keys of states end soon");
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final EndingKeys ending;
    private final Clock clock;
    private List<EndingKeys.Ending> known = List.of();
    private Instant askedAt = Instant.EPOCH;

    KeysHealth(EndingKeys ending, Clock clock) {
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public Health health() {
        long urgent = within(7);
        Health.Builder health = urgent > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("within7Days", urgent)
                .withDetail("within30Days", within(30))
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (int days : new int[] {7, 30}) {
            Gauge.builder("depository.keys.ending", this, keys -> keys.within(days))
                    .description("Keys of states that end within so many days, with none registered to follow")
                    .tag("days", String.valueOf(days))
                    .register(registry);
        }
    }

    private synchronized long within(int days) {
        Instant now = clock.instant();
        if (Duration.between(askedAt, now).compareTo(FRESH) > 0) {
            known = ending.list(now);
            askedAt = now;
        }
        return known.stream()
                .filter(key -> key.days() <= days && !key.succeeded())
                .count();
    }
}
