package io.depository.routing;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of one party is left where it lies, and why: told once in the log for as long as it lies there. Of a flood only the
 * first thousand are told and counted.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int MOST = 1_000;

    private final Set<Path> told = new HashSet<>();
    private final Set<Path> seen = new HashSet<>();

    /** Begins a round: what was not refused in the last one is forgotten. */
    void nextRound() {
        told.retainAll(seen);
        seen.clear();
    }

    void refuse(Path path, String why, @Nullable Exception cause) {
        if (told.contains(path)) {
            seen.add(path);
        } else if (told.size() < MOST) {
            told.add(path);
            seen.add(path);
            LOG.warn("{} is left where it is: {}", path, why, cause);
        }
    }

    int count() {
        return told.size();
    }
}
