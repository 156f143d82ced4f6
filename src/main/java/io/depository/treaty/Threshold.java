package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents that bring the agreement into force, in order of receipt, and the days that follow from them.
 *
 * @param facts as many as are needed; the last one reaches the threshold
 * @param way the way into force that they open
 * @param event the day of the event from which the period runs
 * @param computedOn the day of general entry into force, as it is counted
 * @param alternative that day under the other counting convention
 * @param recorded the day that staff recorded in its place; null where they recorded none
 */
record Threshold(
        List<LegalFact> facts,
        EntryIntoForceRule.Way way,
        LocalDate event,
        LocalDate computedOn,
        LocalDate alternative,
        @Nullable RecordedDate recorded) {

    Threshold {
        facts = List.copyOf(facts);
    }

    static Threshold of(
            List<LegalFact> facts, EntryIntoForceRule.Way way, Counting counting, @Nullable RecordedDate recorded) {
        LocalDate event = way.clock().eventOf(facts);
        LocalDate begin = way.clock().startsOn(event, counting);
        LocalDate floor = way.notBefore();
        return new Threshold(
                facts,
                way,
                event,
                notBefore(floor, way.period().endsOn(begin, counting)),
                notBefore(floor, way.period().otherwiseEndsOn(begin, counting)),
                recorded);
    }

    /** The day of general entry into force: what is recorded beats what is counted. */
    LocalDate generalOn() {
        return recorded == null ? computedOn : recorded.on();
    }

    LegalFact last() {
        return facts.get(facts.size() - 1);
    }

    /**
     * Whether the consent, one that counts, was received no later than on the day on which the threshold was reached: it
     * then binds with the agreement, in whatever order the notes of that day came.
     */
    boolean includes(LegalFact counted) {
        return !counted.receivedOn().isAfter(last().receivedOn());
    }

    /** The day of general entry into force, as the depository counts or as it might. */
    LocalDate generalOn(boolean otherConvention) {
        return otherConvention && recorded == null ? alternative : generalOn();
    }

    /** Whether a fixed day, and not the period, decides. */
    boolean isHeldByFloor(Counting counting) {
        LocalDate floor = way.notBefore();
        return floor != null
                && way.period()
                        .endsOn(way.clock().startsOn(event, counting), counting)
                        .isBefore(floor);
    }

    private static LocalDate notBefore(@Nullable LocalDate floor, LocalDate day) {
        return floor != null && day.isBefore(floor) ? floor : day;
    }
}
