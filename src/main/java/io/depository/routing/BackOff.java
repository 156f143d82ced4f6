package io.depository.routing;

/** How long to wait after a failure: the first pause, doubled at each further failure up to the longest. */
final class BackOff {

    private final long first;
    private final long longest;
    private long next;

    BackOff(long firstMillis, long longestMillis) {
        this.first = firstMillis;
        this.longest = longestMillis;
        this.next = firstMillis;
    }

    /** The pause after one more failure, in milliseconds. */
    long failed() {
        long pause = next;
        next = Math.min(longest, next * 2);
        return pause;
    }

    void succeeded() {
        next = first;
    }
}
