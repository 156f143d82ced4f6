package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents that bring the agreement into force, in the order of receipt or, where the period runs from that, of the
 * depositary's notices, and the days that follow from them.
 *
 * <p>Where the agreement's file gives the day of general entry into force, the consents are those that were early enough
 * for it: there may be fewer than are needed, or none.
 *
 * @param facts as many as are needed; the last one reaches the threshold
 * @param way the way into force that they open
 * @param event the day of the event from which the period runs
 * @param computedOn the day of general entry into force, as it is counted
 * @param alternative that day under the other counting convention
 * @param recorded the day that staff recorded in its place; null where they recorded none
 * @param given whether the agreement's file gives the day
 */
record Threshold(
        List<LegalFact> facts,
        EntryIntoForceRule.Way way,
        LocalDate event,
        LocalDate computedOn,
        LocalDate alternative,
        @Nullable RecordedDate recorded,
        boolean given) {

    Threshold {
        facts = List.copyOf(facts);
    }

    static Threshold of(
            List<LegalFact> facts, EntryIntoForceRule.Way way, Counting counting, @Nullable RecordedDate recorded) {
        LocalDate event = way.clock().eventOf(facts);
        return new Threshold(
                facts,
                way,
                event,
                way.dayAfter(event, counting, false),
                way.dayAfter(event, counting, true),
                recorded,
                false);
    }

    /** The threshold of an agreement that has been in force since the day that its file gives. */
    static Threshold given(
            LocalDate since,
            List<LegalFact> counted,
            EntryIntoForceRule.Way way,
            Counting counting,
            @Nullable RecordedDate recorded) {
        LocalDate general = recorded == null ? since : recorded.on();
        List<LegalFact> early = counted.stream()
                .filter(consent -> !way.clock()
                        .endsOn(way.period(), way.clock().eventOf(consent), counting, false)
                        .isAfter(general))
                .toList();
        return new Threshold(early, way, since, since, since, recorded, true);
    }

    /** The day of general entry into force: what is recorded beats what is counted. */
    LocalDate generalOn() {
        return recorded == null ? computedOn : recorded.on();
    }

    LegalFact last() {
        return facts.get(facts.size() - 1);
    }

    /**
     * Whether the consent, one that counts, came no later than on the day of the event that set the period going: it then
     * binds with the agreement, in whatever order the notes of that day came.
     */
    boolean includes(LegalFact counted) {
        return given ? facts.contains(counted) : !way.clock().eventOf(counted).isAfter(event);
    }

    /** The day of general entry into force, as the depository counts or as it might. */
    LocalDate generalOn(boolean otherConvention) {
        return otherConvention && recorded == null ? alternative : generalOn();
    }

    /** Whether a fixed day, and not the period, decides. */
    boolean isHeldByFloor(Counting counting) {
        LocalDate floor = way.notBefore();
        return floor != null
                && !way.isMetByFixedDay(event)
                && way.clock().endsOn(way.period(), event, counting, false).isBefore(floor);
    }
}
