package io.depository.examination;

import io.depository.inbox.Claimed;
import io.depository.inbox.Wake;
import io.depository.inbox.Worklist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use case at the centre: takes on what arrived, prepares it in parallel, decides it in order of receipt and writes
 * all that follows in one transaction.
 *
 * <p>A fault of ours decides nothing. When a batch fails, it is run again one by one; a fault of the database backs off
 * and heals by itself; only a fault that repeats on one arrival alone quarantines it.
 */
public class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    /** How many arrivals are decided in one transaction. */
    static final int BATCH = 200;

    /** Longer than the timeouts of the register's lock and of the deciding transaction together. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final int STUMBLES_BEFORE_QUARANTINE = 3;

    /** A process that dies is nobody's fault at first; an arrival that outlives this many claims has killed them. */
    private static final int CLAIMS_BEFORE_QUARANTINE = 12;

    private final Worklist worklist;
    private final Preparation preparation;
    private final Recording recording;
    private final ExecutorService workers;
    private final Wake wake;

    Examination(Worklist worklist, Preparation preparation, Recording recording, ExecutorService workers, Wake wake) {
        this.worklist = worklist;
        this.preparation = preparation;
        this.recording = recording;
        this.workers = workers;
        this.wake = wake;
    }

    /**
     * Examines one batch of what is due, and asks to be called again while there was something.
     *
     * @return how many arrivals were taken on; zero when there is nothing to do
     */
    public int examine() {
        List<Claimed> claimed = worklist.claim(BATCH, LEASE);
        if (claimed.isEmpty()) {
            return 0;
        }
        if (claimed.size() == 1) {
            Claimed alone = claimed.get(0);
            examineAlone(alone).ifPresent(fault -> stumble(alone, fault));
        } else {
            examineTogether(claimed);
        }
        wake.dispatch();
        wake.examination();
        return claimed.size();
    }

    /** Puts back what processes that have ended had taken on, so that its parties need not wait for a lease to end. */
    public int releaseOrphans() {
        int released = worklist.releaseOrphans();
        if (released > 0) {
            LOG.info("{} arrivals are taken on again: the process that was examining them has ended", released);
        }
        return released;
    }

    private void examineTogether(List<Claimed> claimed) {
        try {
            postpone(recording.record(prepare(claimed)));
        } catch (RuntimeException e) {
            if (Faults.isOfTheSurroundings(e)) {
                backOff(claimed, e);
                return;
            }
            LOG.warn("A batch of {} arrivals could not be decided; trying them one by one", claimed.size(), e);
            examineOneByOne(claimed);
        }
    }

    /** What fails for every arrival of a batch is a fault of none of them: they wait, and nothing counts against them. */
    private void examineOneByOne(List<Claimed> claimed) {
        Map<Claimed, RuntimeException> stumbles = new LinkedHashMap<>();
        claimed.forEach(one -> examineAlone(one).ifPresent(fault -> stumbles.put(one, fault)));
        if (stumbles.size() < claimed.size()) {
            stumbles.forEach(this::stumble);
        } else {
            stumbles.values().stream().findFirst().ifPresent(fault -> backOff(claimed, fault));
        }
    }

    /** Returns the fault that lies with this arrival alone, as far as can be seen; empty where there is none. */
    private Optional<RuntimeException> examineAlone(Claimed claimed) {
        if (claimed.attempts() > CLAIMS_BEFORE_QUARANTINE) {
            worklist.quarantine(
                    claimed,
                    "Claimed " + claimed.attempts() + " times without a decision: it seems to end the process");
            return Optional.empty();
        }
        try {
            postpone(recording.record(prepare(List.of(claimed))));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (!Faults.isOfTheSurroundings(e)) {
                return Optional.of(e);
            }
            backOff(List.of(claimed), e);
            return Optional.empty();
        }
    }

    private void stumble(Claimed claimed, RuntimeException fault) {
        if (claimed.attempts() >= STUMBLES_BEFORE_QUARANTINE) {
            LOG.error("Arrival {} is quarantined: a fault of ours repeats on it", claimed.receipt(), fault);
            worklist.quarantine(claimed, Faults.describe(fault));
        } else {
            LOG.warn("Arrival {} could not be decided, attempt {}", claimed.receipt(), claimed.attempts(), fault);
            worklist.stumbled(claimed, BACK_OFF, Faults.describe(fault));
        }
    }

    private void backOff(List<Claimed> claimed, RuntimeException fault) {
        LOG.warn("{} arrivals wait until the database is well again: {}", claimed.size(), Faults.describe(fault));
        try {
            worklist.defer(claimed, BACK_OFF, Faults.describe(fault));
        } catch (RuntimeException e) {
            // Then the lease runs out by itself, and they are taken on again.
            LOG.warn("They could not be put back either; their lease ends within {}", LEASE, e);
        }
    }

    private void postpone(List<Examined> waiting) {
        if (!waiting.isEmpty()) {
            worklist.awaitEarlier(waiting.stream().map(Examined::claimed).toList());
        }
    }

    private List<Examined> prepare(List<Claimed> claimed) {
        if (claimed.size() == 1) {
            return List.of(new Examined(claimed.get(0), preparation.prepare(claimed.get(0))));
        }
        List<Callable<Examined>> steps = new ArrayList<>();
        claimed.forEach(one -> steps.add(() -> new Examined(one, preparation.prepare(one))));
        try {
            List<Examined> prepared = new ArrayList<>();
            for (Future<Examined> step : workers.invokeAll(steps)) {
                prepared.add(step.get());
            }
            return prepared;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while preparing; the lease brings the arrivals back", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An arrival could not be prepared", e.getCause());
        }
    }

    /** An arrival on its way through a decision. */
    record Examined(Claimed claimed, Prepared prepared) {}
}
