package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the agreement enters into force: a condition that consents meet, and a period after the last one needed.
 *
 * <p>Article 12 of the seed agreement: 30 days after the third notification. Three notifications received on Monday
 * 2 February, Tuesday 3 March and Thursday 5 March 2026: in force for those three states from Saturday 4 April 2026,
 * 00:00. A fourth, received on Friday 6 March 2026: for that state from Sunday 5 April 2026.
 *
 * @param article the article's number, bare
 * @param ways the ways into force, at least one; where there are several, the earliest day counts
 * @param counts the acts that are counted
 * @param from the states whose consent is counted
 * @param later when the agreement enters into force for a state that consents later
 * @param inForceSince the day of general entry into force, where its depositary recorded it before the register began, so
 *     that the register need not hold what brought it about; null where the register does
 */
public record EntryIntoForceRule(
        String article,
        List<Way> ways,
        Set<Act> counts,
        Circle from,
        Later later,
        @Nullable LocalDate inForceSince) {

    /**
     * A way into force.
     *
     * @param period from the last consent needed to the general entry into force
     * @param clock from when the period runs
     * @param notBefore a day before which it does not enter into force whatever happens; null where there is none
     * @param onDay the day on which it enters into force if the condition is met by then, so that the period is only for a
     *     condition met later; null where there is none. Montreal Protocol, Article 16: met on Friday 16 December 1988, so
     *     Sunday 1 January 1989, and not 90 days later
     */
    public record Way(
            Condition condition,
            LegalPeriod period,
            LegalClock clock,
            @Nullable LocalDate notBefore,
            @Nullable LocalDate onDay) {

        /** A way without a fixed day. */
        public Way(Condition condition, LegalPeriod period, LegalClock clock, @Nullable LocalDate notBefore) {
            this(condition, period, clock, notBefore, null);
        }

        /** The day of entry into force, when the event that sets the period going was on the day given. */
        LocalDate dayAfter(LocalDate event, Counting counting, boolean otherConvention) {
            if (isMetByFixedDay(event)) {
                return Objects.requireNonNull(onDay);
            }
            LocalDate end = clock.endsOn(period, event, counting, otherConvention);
            return notBefore != null && end.isBefore(notBefore) ? notBefore : end;
        }

        boolean isMetByFixedDay(LocalDate event) {
            return onDay != null && !event.isAfter(onDay);
        }
    }

    /**
     * Entry into force for a state that consents after those that brought the agreement into force.
     *
     * @param period from its consent to entry into force for that state
     */
    public record Later(LegalPeriod period, LegalClock clock) {}

    public EntryIntoForceRule {
        ways = List.copyOf(ways);
        counts = Set.copyOf(counts);
        if (ways.isEmpty() || counts.isEmpty()) {
            throw new IllegalArgumentException("Entry into force needs a way to it, and an act that counts");
        }
    }

    /** A rule by which the register shows when the agreement enters into force. */
    public EntryIntoForceRule(String article, List<Way> ways, Set<Act> counts, Circle from, Later later) {
        this(article, ways, counts, from, later, null);
    }

    /** The plain rule: so many consents, and a period from the receipt of the last; another for later ones. */
    public static EntryIntoForceRule of(
            String article, int needed, Set<Act> counts, LegalPeriod period, LegalPeriod laterPeriod) {
        Way way = new Way(Condition.of(needed), period, LegalClock.RECEIPT, null);
        return new EntryIntoForceRule(
                article, List.of(way), counts, Circle.ALL, new Later(laterPeriod, LegalClock.RECEIPT));
    }

    /** The way that the agreement names first. */
    public Way firstWay() {
        return ways.get(0);
    }

    boolean isCounted(LegalFact consent) {
        return counts.contains(consent.act()) && from.includes(consent.party());
    }
}
