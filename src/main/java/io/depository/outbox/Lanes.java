package io.depository.outbox;

import io.depository.parties.Channel;
import java.util.List;

/**
 * Who may send what, to whom, now. Each call is a transaction of its own; several processes may call at once. Correctness
 * does not rest on a lease (a letter sent twice bears the same wire id), only economy and order do.
 */
public interface Lanes {

    /**
     * Takes lanes of the channel that have letters due, are held by nobody and need not rest, those first that were
     * longest not taken, and of each the oldest letters, acknowledgements before circulars. The hold is committed before
     * this returns, so that a letter which kills its sender leaves a trace.
     *
     * @return the claim, without loads where there is nothing to do
     */
    Claim claim(Channel channel, Appetite appetite);

    /**
     * Marks what came of a claim and lets go of its lanes: those in {@code pauses} rest, the others are free at once.
     * Attempts on lanes that the claim no longer holds are passed over: somebody else is about to send these letters.
     *
     * @return how many deliveries were marked
     */
    int settle(Claim claim, List<Attempt> attempts, List<Pause> pauses);

    /**
     * Frees the lanes held by processes that have ended, without waiting for their leases. They rest for as long as a
     * lane that failed so often would.
     *
     * @return how many lanes were freed
     */
    int releaseOrphans();
}
