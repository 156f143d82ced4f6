package io.depository.local;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends as planned, each way by a thread of its own. What the transport does not take is sent again until it does. */
final class Ministries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ministries.class);
    private static final long UNTIL_THE_NEXT_TRY = 250;

    private final Map<Sending.Way, Posting> postings;
    private final Clock clock;
    private final Map<Sending.Way, ScheduledExecutorService> threads = new EnumMap<>(Sending.Way.class);
    private final Queue<Try> tries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undone = new AtomicInteger();

    /**
     * One try to send.
     *
     * @param correlation what an answer refers to; empty where it was not taken, as far as its sender knows
     * @param from just before
     * @param to just after
     */
    record Try(Sending sending, String correlation, Instant from, Instant to) {

        boolean taken() {
            return !correlation.isEmpty();
        }
    }

    Ministries(Map<Sending.Way, Posting> postings, Clock clock) {
        this.postings = postings;
        this.clock = clock;
        postings.keySet().forEach(way -> threads.put(way, Executors.newSingleThreadScheduledExecutor()));
    }

    void begin(List<Sending> plan) {
        undone.set(plan.size());
        for (Sending sending : plan) {
            schedule(sending, 1, sending.at().toMillis());
        }
    }

    private void schedule(Sending sending, int number, long delay) {
        threads.get(sending.way()).schedule(() -> send(sending, number), delay, TimeUnit.MILLISECONDS);
    }

    private void send(Sending sending, int number) {
        Instant from = clock.instant();
        try {
            String correlation =
                    postings.get(sending.way()).post(sending.notice(), "note-" + sending.number() + "-" + number);
            tries.add(new Try(sending, correlation, from, clock.instant()));
            undone.decrementAndGet();
        } catch (Exception e) {
            LOG.debug("Sending {} by {} is tried again", sending.number(), sending.way(), e);
            tries.add(new Try(sending, "", from, clock.instant()));
            schedule(sending, number + 1, UNTIL_THE_NEXT_TRY);
        }
    }

    void awaitAllTaken(Duration atMost) {
        await("all notices are taken").atMost(atMost).until(() -> undone.get() == 0);
    }

    /** All tries, in no particular order. */
    List<Try> tries() {
        return List.copyOf(tries);
    }

    @Override
    public void close() {
        threads.values().forEach(ScheduledExecutorService::shutdownNow);
        postings.values().forEach(Posting::close);
    }
}
