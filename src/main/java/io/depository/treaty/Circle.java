package io.depository.treaty;

import java.util.Collection;
import java.util.Set;

/**
 * Whom something is open to: named states, all, or all but some.
 *
 * @param all whether it is open to every state; then {@code states} is empty
 * @param states the states it is open to otherwise
 * @param except those of all whom it is not open to: the European Union, whose instrument "shall not be counted as
 *     additional to those deposited by its member States" (Paris Agreement, Article 21(4))
 */
public record Circle(boolean all, Set<PartyCode> states, Set<PartyCode> except) {

    /** Every state. */
    public static final Circle ALL = new Circle(true, Set.of(), Set.of());

    public Circle {
        states = Set.copyOf(states);
        except = Set.copyOf(except);
    }

    /** These states and no others. */
    public static Circle of(Collection<PartyCode> states) {
        return new Circle(false, Set.copyOf(states), Set.of());
    }

    /** Every state but these. */
    public static Circle allBut(Collection<PartyCode> except) {
        return new Circle(true, Set.of(), Set.copyOf(except));
    }

    public boolean includes(PartyCode party) {
        return all ? !except.contains(party) : states.contains(party);
    }
}
