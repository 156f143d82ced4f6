package io.depository.outbox;

import java.time.Duration;

/**
 * How much a sender takes at once.
 *
 * @param lanes at most so many recipients
 * @param deliveries at most so many letters in all; one only from a lane that failed last time
 * @param lease for how long: more than everything that can time out while they are sent
 */
public record Appetite(int lanes, int deliveries, Duration lease) {

    public Appetite {
        if (lanes < 1 || deliveries < lanes || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException(
                    "Nobody can live on %d letters from %d lanes for %s".formatted(deliveries, lanes, lease));
        }
    }
}
