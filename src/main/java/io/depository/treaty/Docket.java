package io.depository.treaty;

import java.util.Collection;
import java.util.List;

/**
 * Acts examined one after another in the order of their receipt, each by what had been received before it. What the law
 * refuses has no effect on what comes after it. Immutable.
 *
 * <p>The cost grows with the number of acts and no faster.
 */
public final class Docket {

    private final List<Examined> examined;
    private final LegalPosition position;

    Docket(List<Examined> examined, LegalPosition position) {
        this.examined = List.copyOf(examined);
        this.position = position;
    }

    /**
     * Examines all acts of an agreement.
     *
     * @param acts in any order; each has an entry of its own, by which the reasons name it
     * @param recorded what the depository determined; a day for an act that is refused has no effect
     */
    public static Docket of(
            Agreement agreement, Collection<LegalFact> acts, Collection<? extends Determination> recorded) {
        return new Sitting(agreement, List.of(), acts, new RecordedDates(recorded)).hold();
    }

    /** Examines acts beside those that a position rests on, which stand as they are and are not examined again. */
    public static Docket of(LegalPosition before, Collection<LegalFact> acts) {
        return new Sitting(
                        before.agreement(),
                        before.facts(),
                        acts,
                        before.chronicle().recorded())
                .hold();
    }

    /** The acts with what the law makes of them, in the order in which they were given. */
    public List<Examined> examined() {
        return examined;
    }

    /** The position that follows from all that is not refused. */
    public LegalPosition position() {
        return position;
    }
}
