package io.depository.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The circulars that were issued under an agreement, for anybody to read. */
public interface Circulation {

    /**
     * Circulars, newest first.
     *
     * @param before the id of the circular to go on from, exclusive; null to begin with the newest
     * @param limit at most so many
     */
    List<Issued> list(String agreement, @Nullable String before, int limit);

    /** A circular: its id, when it was issued, and its JSON as sent. */
    record Issued(String id, Instant at, byte[] body) {}
}
