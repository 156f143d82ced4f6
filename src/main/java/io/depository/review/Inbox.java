package io.depository.review;

import io.depository.reading.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What arrived, as staff look at it. */
public interface Inbox {

    /**
     * Arrivals in the order in which they were stored.
     *
     * @param state only those in it; null for all
     * @param from the first id wanted
     * @param limit at most so many
     */
    List<Line> list(@Nullable ArrivalState state, long from, int limit);

    /**
     * Arrivals that match, the latest first.
     *
     * @param before only those with a lower id; {@link Long#MAX_VALUE} for the first page
     * @param limit at most so many
     */
    List<Line> search(Search search, long before, int limit);

    Optional<Line> find(long id);

    /** The exact bytes that came; of what was too large only the beginning. */
    Optional<Raw> findRaw(long id);

    /** The same with how and when it came, to be read again. */
    Optional<Arrival> findArrival(long id);

    /**
     * An arrival.
     *
     * @param party who speaks, else whose channel it came by; null where nobody can be made out
     * @param agreement as far as it could be read; null where it could not, or is not examined yet (so the next two)
     * @param receivedAt the legal instant of receipt
     * @param cause why it is in quarantine, or why its last examination came to nothing
     */
    record Line(
            long id,
            ArrivalState state,
            String channel,
            @Nullable String party,
            @Nullable String agreement,
            @Nullable String act,
            @Nullable String reference,
            Instant receivedAt,
            @Nullable String cause) {}

    /**
     * What staff look for.
     *
     * @param state only those in it; null for all
     * @param party only those of that party; null for all
     * @param text the beginning of a reference, a code for which something was returned, part of a cause, or the number of
     *     an arrival; null for all
     */
    record Search(
            @Nullable ArrivalState state,
            @Nullable String party,
            @Nullable String text) {}

    /**
     * What came.
     *
     * @param whole false where only the beginning was kept
     */
    record Raw(byte[] content, boolean whole) {}
}
