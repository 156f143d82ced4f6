package io.depository.staff;

import java.time.Instant;
import java.util.List;

/** What staff did, line by line, for ever: nothing here is ever changed or removed. */
public interface Audit {

    /**
     * Writes a line, in the caller's transaction where there is one: what is not done leaves no line.
     *
     * @param who name of the account
     * @param what was done, e.g. {@code inbox.approve}
     * @param onWhat e.g. {@code inbox/17}
     * @param reason in the words of whoever did it; empty where none was asked for
     */
    void write(String who, String what, String onWhat, String reason);

    /**
     * Lines in the order in which they were written.
     *
     * @param from the first id wanted
     * @param limit at most so many
     */
    List<Line> list(long from, int limit);

    /**
     * Lines, the latest first.
     *
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit at most so many
     */
    List<Line> listLatest(long before, int limit);

    /** A line. */
    record Line(long id, Instant at, String who, String what, String onWhat, String reason) {}
}
