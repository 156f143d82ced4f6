package io.depository.outbox;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes with circulars besides their JSON, kept for ever as it was first sent. */
public interface Enclosures {

    /** What is kept for the letter; empty while nothing is, so that it still has to be made. */
    Optional<List<Enclosure>> find(String letter);

    /**
     * Keeps what was made, in a transaction of its own. Whoever keeps first wins, also among processes.
     *
     * @return what is kept from now on
     */
    List<Enclosure> keep(String letter, List<Enclosure> enclosures);

    /**
     * One file.
     *
     * @param name {@code circular.pdf} or {@code circular.ics}
     * @param content null where it could not be made: the circular goes without it
     * @param fault why it could not; null where it could
     */
    record Enclosure(
            String name,
            byte @Nullable [] content,
            @Nullable String fault) {}
}
