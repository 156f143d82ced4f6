package io.depository.dispatch;

import io.depository.outbox.FanOuts;
import io.depository.parties.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Addresses circulars to all who must be told (VCLT 77(1)(e)), on every channel that they are registered for.
 *
 * <p>One notification makes some thirty deliveries, so whoever sends many at once would wait for the circulars of those
 * before. While arrivals wait to be decided circulars therefore stand back, but a batch of the oldest has its turn every
 * ten seconds: no stream of notifications keeps the other states from being told. Safe for concurrent use.
 */
public class FanOut {

    /** How often circulars have a turn while decisions wait. */
    static final Duration BETWEEN_TURNS = Duration.ofSeconds(10);

    /** Some 1,600 deliveries for eleven states on three channels: a transaction of a tenth of a second. */
    private static final int CIRCULARS_AT_ONCE = 50;

    private final FanOuts fanOuts;
    private final Directory directory;
    private final BooleanSupplier decisionsWait;
    private final Clock clock;
    private volatile boolean closing;
    private volatile Instant lastTurn = Instant.EPOCH;

    /** @param decisionsWait whether anything that arrived is still to be decided; asked often, so cheap */
    public FanOut(FanOuts fanOuts, Directory directory, BooleanSupplier decisionsWait, Clock clock) {
        this.fanOuts = fanOuts;
        this.directory = directory;
        this.decisionsWait = decisionsWait;
        this.clock = clock;
    }

    /** From now on nothing more is addressed: the routes come to their end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** @return how many circulars were addressed; 0 when none is left, or when they stand back */
    public int spread() {
        Instant now = clock.instant();
        if (closing || (hadTheirTurn(now) && decisionsWait.getAsBoolean())) {
            return 0;
        }
        int addressed = fanOuts.spread(CIRCULARS_AT_ONCE, directory::listChannels);
        if (addressed > 0) {
            lastTurn = now;
        }
        return addressed;
    }

    /** A turn that lies ahead was taken before the clock was set back: it counts for nothing. */
    private boolean hadTheirTurn(Instant now) {
        Instant last = lastTurn;
        return !now.isBefore(last) && now.isBefore(last.plus(BETWEEN_TURNS));
    }
}
