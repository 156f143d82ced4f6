package io.depository.dispatch;

import io.depository.outbox.Deliveries;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows circulars for a state that no channel is registered for, since in law it is not informed (VCLT 78(c)), and
 * circulars that went without their document.
 */
@Component("outbox")
public class OutboxHealth implements HealthIndicator {

    private static final Status ATTENTION =
            new Status("ATTENTION", "a state has no channel; register one, and what waits for it is sent");

    private final Deliveries deliveries;

    public OutboxHealth(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Health health() {
        Deliveries.Figures figures = deliveries.figures();
        long withoutChannel = figures.withoutChannel();
        Health.Builder health = withoutChannel > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("withoutChannel", withoutChannel)
                .withDetail("withoutDocument", figures.withoutDocument())
                .build();
    }
}
