package io.depository.outbox;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The circulars that were issued, for anybody to read. */
public interface Circulation {

    /**
     * Circulars, newest first.
     *
     * @param before the id of the circular to go on from, exclusive; null to begin with the newest
     * @param limit at most so many
     */
    List<Issued> list(String agreement, @Nullable String before, int limit);

    /** As {@link #list}, under all agreements. */
    List<Issued> listAll(@Nullable String before, int limit);

    /** As {@link #listAll}, those that are, or were, to be told to that state. */
    List<Issued> listTo(PartyCode party, @Nullable String before, int limit);

    /** The circular with that number, e.g. {@code 2026/17}. */
    Optional<Issued> find(String number);

    /** A circular: its id, when it was issued, and its JSON as sent. */
    record Issued(String id, Instant at, byte[] body) {}
}
