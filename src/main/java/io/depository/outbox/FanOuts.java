package io.depository.outbox;

import io.depository.parties.Registration;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.function.Function;

/** Circulars that were decided on and are not yet addressed. */
public interface FanOuts {

    /**
     * Makes a delivery for each recipient and registered channel of the oldest circulars, in the order of their issue,
     * in a transaction of its own. Doing it again adds nothing. One process does so at a time; the others return at
     * once.
     *
     * <p>For a recipient without any channel a delivery is written down that waits for one: in law a state is informed
     * only when the depository has informed it (VCLT 78(c)). Each call first addresses those whose recipient has a
     * channel by now.
     *
     * @param limit at most so many circulars, and so many of those that waited for a channel
     * @param channels where a state is told
     * @return how many circulars, old and new, were addressed
     */
    int spread(int limit, Function<PartyCode, List<Registration>> channels);
}
