package io.depository.parties;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Warns staff of keys that end soon, thirty days before and seven, by one line in the log each. */
@Component
public class KeyExpiryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KeyExpiryWatch.class);

    private final EndingKeys keys;
    private final Clock clock;

    KeyExpiryWatch(EndingKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Warns of what nobody has been warned of yet, on this node or another. */
    public void warn() {
        keys.takeWarnings(clock.instant())
                .forEach(key -> LOG.warn(
                        "The {} key {} of {} ends at {}, within {} days, and {}",
                        key.algorithm(),
                        key.kid(),
                        key.party(),
                        key.endsAt(),
                        key.days(),
                        key.succeeded()
                                ? "another one is registered to follow it"
                                : "none is registered to follow it: ask the state for its next one"));
    }
}
