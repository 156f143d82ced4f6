package io.depository.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distrusts the machine's clock. A clock that jumps would tell entry into force on a wrong day, so the calendar halts when
 * wall time leaves monotonic time, or the database's time, by more than a minute; a restart after the clock was set right
 * lets it go on. What was missed meanwhile is told then.
 */
public final class ClockWatch {

    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final Clock clock;
    private final LongSupplier monotonicNanos;
    private final Supplier<Instant> databaseTime;
    private final Instant startedAt;
    private final long startedNanos;
    private boolean halted;

    public ClockWatch(Clock clock, LongSupplier monotonicNanos, Supplier<Instant> databaseTime) {
        this.clock = clock;
        this.monotonicNanos = monotonicNanos;
        this.databaseTime = databaseTime;
        this.startedAt = clock.instant();
        this.startedNanos = monotonicNanos.getAsLong();
    }

    /** Whether the calendar may go by the clock. Once it may not, only a restart helps. */
    public synchronized boolean isTrustworthy() {
        if (halted) {
            return false;
        }
        Instant asked = clock.instant();
        Instant database = databaseTime.get();
        Instant now = clock.instant();
        Instant expected = startedAt.plusNanos(monotonicNanos.getAsLong() - startedNanos);
        // A database that is slow to answer says what time it was at some moment in between.
        boolean databaseAgrees = !database.isBefore(asked.minus(TOLERANCE)) && !database.isAfter(now.plus(TOLERANCE));
        if (areApart(now, expected) || !databaseAgrees) {
            halted = true;
            LOG.error(
                    "The calendar is halted: the clock says {}, counting on from the start it is {}, the database says"
                            + " {}. Set the clock right and start again; nothing that falls due is lost",
                    now,
                    expected,
                    database);
        }
        return !halted;
    }

    /** Whether the calendar is halted. */
    public synchronized boolean isHalted() {
        return halted;
    }

    private static boolean areApart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) > 0;
    }
}
