package io.depository.inbox;

import io.depository.treaty.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrivals that are still to be examined. */
public interface Worklist {

    /**
     * Takes on the oldest arrivals that are due, in order of receipt, in a transaction of its own: a process that dies
     * over one of them leaves a trace in its attempts. An arrival that has outlived several claims is taken alone, so
     * that it harms no other.
     *
     * @param limit how many at most; fewer where their bytes together are many
     * @param lease how long nobody else takes them
     */
    List<Claimed> claim(int limit, Duration lease);

    /**
     * Puts back, at once, what processes that have ended had taken on: nobody waits for their leases. The claims count.
     *
     * @return how many arrivals were put back
     */
    int releaseOrphans();

    /**
     * Writes what became of claimed arrivals, in the caller's transaction.
     *
     * @throws LeaseLost when any of them is no longer ours; the caller's transaction must not commit
     */
    void settle(Map<Claimed, WorkState> outcomes);

    /**
     * Puts claimed arrivals back, to be taken again after the delay, for a cause that is not theirs: the claim does not
     * count against them.
     */
    void defer(Collection<Claimed> claimed, Duration delay, String cause);

    /**
     * Puts back claimed arrivals that wait for an earlier one of their party; the claim does not count against them. The
     * longer they have waited, the longer until the next look (half a second to a minute), so that they keep nobody else
     * from being examined.
     */
    void awaitEarlier(Collection<Claimed> claimed);

    /** Puts back a claimed arrival over which we stumbled, to be taken again after the delay; the claim counts. */
    void stumbled(Claimed claimed, Duration delay, String cause);

    /** Sets a claimed arrival apart after a fault of ours that repeats on it alone. Nobody is told anything. */
    void quarantine(Claimed claimed, String cause);

    /** An arrival that is under review, whole; its lease is none: whoever holds the register's head decides. */
    Optional<Claimed> findUnderReview(long receipt);

    /**
     * Writes what staff made of an arrival under review, in the caller's transaction.
     *
     * @throws LeaseLost when it is under review no more; the caller's transaction must not commit
     */
    void resolve(long receipt, WorkState outcome);

    /** Gives a quarantined arrival another chance. Returns whether it was quarantined. */
    boolean retry(long receipt);

    /**
     * Gives every quarantined arrival another chance: after a restart, which is how a mended program comes. One chance:
     * their claims are remembered.
     */
    int retryAll();

    /**
     * Whether an arrival that may be this party's came before the given one and is not decided yet.
     *
     * @param except arrivals already dealt with in the caller's transaction
     */
    boolean hasEarlierUndecided(PartyCode party, Instant receivedAt, long receipt, Collection<Long> except);

    /** The number of arrivals in quarantine. Cheap. */
    long quarantined();

    /**
     * Whether any arrival could be decided now: not one that is put back for a while or is in quarantine. One look into
     * the index of what is undone.
     */
    boolean hasUndecided();

    /** The number of arrivals in each state that has any, and the instant at which the oldest undone one was received. */
    Load load();

    /** How much there is to do. */
    record Load(Map<WorkState, Long> byState, Optional<Instant> oldestUndone) {}

    /** Another process has taken the arrival on since: ours was too slow. */
    class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public LeaseLost(long expected, int found) {
            super("Of " + expected + " claimed arrivals only " + found
                    + " are still ours; another process has taken the others on and will decide them");
        }
    }
}
