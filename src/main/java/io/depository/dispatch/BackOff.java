package io.depository.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a lane rests after it failed: 1 s, 2 s, 4 s and so on to 5 minutes, less up to a quarter by chance, so that
 * many lanes do not come back in the same instant. After a third failure in a row that is 3 to 4 s.
 */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int LARGEST_POWER = 20;
    private static final double LEAST_SHARE = 0.75;

    private final RandomGenerator chance;

    BackOff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** @param failures in a row before the present one; from 0 */
    Duration after(int failures) {
        long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, LARGEST_POWER));
        return Duration.ofMillis((long) (whole * chance.nextDouble(LEAST_SHARE, 1.0)));
    }
}
