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
 * @param binds the states that it binds from its general entry into force whether they consent or not: an amendment that
 *     two thirds of the parties accept for all. Null where it binds those that consent
 * @param inForceSince the day of general entry into force, where its depositary recorded it before the register began, so
 *     that the register need not hold what brought it about; null where the register does
 */
public record EntryIntoForceRule(
        String article,
        List<Way> ways,
        Set<Act> counts,
        Circle from,
        Later later,
        @Nullable Circle binds,
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
     * @param onceInForce whether only those are later states whose consent came once the agreement was in force, so that
     *     earlier ones are bound together with it. Chemical Weapons Convention, Article XXI(2): the 65th ratification on
     *     Thursday 31 October 1996, in force on Tuesday 29 April 1997, also for a state that ratified on Friday 25 April
     * @param ownDay whether a state may name a later day for itself
     */
    public record Later(LegalPeriod period, LegalClock clock, boolean onceInForce, boolean ownDay) {

        /** Later states are those that come after the last consent needed, and name no day for themselves. */
        public Later(LegalPeriod period, LegalClock clock) {
            this(period, clock, false, false);
        }

        /** The day that the state named for itself, where it may; null otherwise. */
        @Nullable
        LocalDate named(LegalFact consent) {
            return ownDay && consent.act() != Act.SUCCESSION ? consent.effectiveOn() : null;
        }
    }

    public EntryIntoForceRule {
        ways = List.copyOf(ways);
        counts = Set.copyOf(counts);
        if (ways.isEmpty() || counts.isEmpty()) {
            throw new IllegalArgumentException("Entry into force needs a way to it, and an act that counts");
        }
    }

    /** A rule by which the register shows when the agreement enters into force. */
    public EntryIntoForceRule(String article, List<Way> ways, Set<Act> counts, Circle from, Later later) {
        this(article, ways, counts, from, later, null, null);
    }

    /** The plain rule: so many consents, and a period from the receipt of the last; another for later ones. */
    public static EntryIntoForceRule of(
            String article, int needed, Set<Act> counts, LegalPeriod period, LegalPeriod laterPeriod) {
        Way way = new Way(Condition.of(needed), period, LegalClock.RECEIPT, null);
        return new EntryIntoForceRule(
                article, List.of(way), counts, Circle.ALL, new Later(laterPeriod, LegalClock.RECEIPT));
    }

    /** The same rule for an agreement that has been in force since that day. */
    public EntryIntoForceRule inForceSince(LocalDate day) {
        return new EntryIntoForceRule(article, ways, counts, from, later, binds, day);
    }

    /** Whether it binds that state from its general entry into force on, whatever the state does. */
    boolean bindsAnyway(PartyCode party) {
        return binds != null && binds.includes(party);
    }

    /** The way that the agreement names first. */
    public Way firstWay() {
        return ways.get(0);
    }

    boolean isCounted(LegalFact consent) {
        return counts.contains(consent.act()) && from.includes(consent.party());
    }
}
