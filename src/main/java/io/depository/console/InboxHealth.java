package io.depository.console;

import io.depository.inbox.Worklist;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows arrivals that are in quarantine after a fault of ours: the service is up, and staff have something to do. */
@Component("inbox")
class InboxHealth implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "arrivals are in quarantine");

    private final Worklist worklist;

    InboxHealth(Worklist worklist) {
        this.worklist = worklist;
    }

    @Override
    public Health health() {
        long quarantined = worklist.quarantined();
        Health.Builder health = quarantined > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("quarantined", quarantined).build();
    }
}
