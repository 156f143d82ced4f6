package io.depository.treaty;

import java.util.List;

/**
 * What follows when an act is added to the facts.
 *
 * @param after the position with the act in it
 * @param effects the effects that the act adds or changes, in the order in which letters show them
 * @param moved effects as told before whose date is now another one or gone, other than by the act's own nature: a
 *     date already told that these carry needs a correction
 * @param thresholdReached whether enough consents are there on a day on which, as told before, they were not
 * @param thresholdLost whether too few consents remain, so that a date of entry into force falls
 */
public record Consequences(
        LegalPosition after,
        List<Effect> effects,
        List<Effect> moved,
        boolean thresholdReached,
        boolean thresholdLost) {

    public Consequences {
        effects = List.copyOf(effects);
        moved = List.copyOf(moved);
    }
}
