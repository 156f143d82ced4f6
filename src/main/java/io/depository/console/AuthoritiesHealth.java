package io.depository.console;

import io.depository.reading.Authorities;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows authorities without a list of revoked certificates in force: what they vouch for is held until there is one. */
@Component("authorities")
class AuthoritiesHealth implements HealthIndicator, MeterBinder {

    private static final Status ATTENTION = new Status("ATTENTION", "authorities have no list in force");

    private final Authorities authorities;
    private final Clock clock;

    AuthoritiesHealth(Authorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public Health health() {
        long without = withoutList();
        Health.Builder health = without > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("withoutList", without).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("depository.authorities.without.list", this, AuthoritiesHealth::withoutList)
                .description("Authorities registered for states whose list of revoked certificates is stale or missing")
                .register(registry);
    }

    private long withoutList() {
        return authorities.list(clock.instant()).stream()
                .filter(authority -> authority.list() != Authorities.ListState.IN_FORCE)
                .count();
    }
}
