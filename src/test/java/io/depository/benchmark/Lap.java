package io.depository.benchmark;

import java.time.Duration;

/**
 * One run of a contender.
 *
 * @param messages how many it took
 * @param took from the start of its intake until all of them were done
 * @param circulars how many deliveries of circulars had been made by then
 * @param circularsDue how many there are to make in all
 */
record Lap(int messages, Duration took, long circulars, long circularsDue) {

    static Lap of(int messages, Duration took) {
        return new Lap(messages, took, 0, 0);
    }

    double perSecond() {
        return messages * 1e9 / took.toNanos();
    }

    double circularsPerSecond() {
        return circulars * 1e9 / took.toNanos();
    }

    double shareOfCirculars() {
        return circularsDue == 0 ? 0 : (double) circulars / circularsDue;
    }
}
