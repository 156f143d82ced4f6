package io.depository.treaty;

import java.util.Collection;
import java.util.Set;

/**
 * Whom something is open to: named states, or all.
 *
 * @param all whether it is open to every state; then {@code states} is empty
 * @param states the states it is open to otherwise
 */
public record Circle(boolean all, Set<PartyCode> states) {

    /** Every state. */
    public static final Circle ALL = new Circle(true, Set.of());

    public Circle {
        states = Set.copyOf(states);
    }

    /** These states and no others. */
    public static Circle of(Collection<PartyCode> states) {
        return new Circle(false, Set.copyOf(states));
    }

    public boolean includes(PartyCode party) {
        return all || states.contains(party);
    }
}
