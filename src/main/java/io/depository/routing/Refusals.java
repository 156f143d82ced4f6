package io.depository.routing;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is left where it lies, and why: told once in the log for as long as it lies there. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Set<Path> told = new HashSet<>();
    private final Set<Path> seen = new HashSet<>();

    /** Begins a round: what is not refused again in it is forgotten at its end. */
    void begin() {
        seen.clear();
    }

    void refuse(Path path, String why, @Nullable Exception cause) {
        seen.add(path);
        if (told.add(path)) {
            LOG.warn("{} is left where it is: {}", path, why, cause);
        }
    }

    void end() {
        told.retainAll(seen);
    }

    int count() {
        return told.size();
    }
}
