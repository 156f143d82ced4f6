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
     * @param limit at most so many circulars
     * @param channels where a state is told
     * @return how many circulars were addressed
     */
    int spread(int limit, Function<PartyCode, List<Registration>> channels);
}
