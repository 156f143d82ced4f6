package io.depository.console;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often the same address may do something: a bucket of so many at once, filled again steadily. Safe for concurrent
 * use. Of the addresses the most recent ones are remembered; a forgotten one begins with a full bucket.
 */
final class Allowance {

    private static final int REMEMBERED = 10_000;

    private final int atOnce;
    private final int aMinute;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Allowance(int atOnce, int aMinute) {
        this.atOnce = atOnce;
        this.aMinute = aMinute;
    }

    /** Takes one from the address's bucket. Throws {@link Exhausted} where it is empty. */
    void take(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Exhausted(seconds(probe.getNanosToWaitForRefill()));
        }
    }

    /** Takes one where there is one. */
    void takeIfThere(String address) {
        bucket(address).tryConsume(1);
    }

    /** Throws {@link Exhausted} where the address's bucket is empty; takes nothing. */
    void require(String address) {
        long wait = bucket(address).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (wait > 0) {
            throw new Exhausted(seconds(wait));
        }
    }

    private Bucket bucket(String address) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    network(address),
                    first -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(atOnce).refillGreedy(aMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }

    /** Of IPv6 the first half: whoever has one address there has 2^64 of them (RFC 6177). */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        boolean whole = groups.length == 8;
        return whole ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    }

    /** There is nothing left; more comes after so many seconds. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long seconds;

        Exhausted(long seconds) {
            super("To be asked again after " + seconds + " seconds", null, false, false);
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }
}
