package io.depository.treaty;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement ends for all of its parties by its own terms (VCLT 54(a)); where it says nothing, it has no end.
 *
 * @param term for how long it was concluded; null where that is not limited
 * @param minimum how many parties it needs to stay in force; null where it stays in force with however few (VCLT 55)
 */
public record LifetimeRule(@Nullable Term term, @Nullable Minimum minimum) {

    /** An agreement that says nothing of its end. */
    public static final LifetimeRule UNLIMITED = new LifetimeRule(null, null);

    /**
     * A term. "Concluded for five years from its entry into force, and prolonged for five years each time": in force on
     * Saturday 4 April 2026, the first term ends on Friday 4 April 2031, 00:00, and the second on Friday 4 April 2036.
     *
     * @param article the article's number, bare
     * @param length from the general entry into force; null where the last day is fixed
     * @param until the day on which it ends, from 00:00; null where the length is given
     * @param renewal by how much it is prolonged each time; null where it ends with the first term
     */
    public record Term(
            String article,
            @Nullable LegalPeriod length,
            @Nullable LocalDate until,
            @Nullable LegalPeriod renewal) {

        public Term {
            if ((length == null) == (until == null)) {
                throw new IllegalArgumentException("A term has a length or a last day, and not both");
            }
            if (renewal != null && renewal.isImmediate()) {
                throw new IllegalArgumentException("A term is prolonged by more than nothing");
            }
        }

        /** The end of the first term. */
        LocalDate firstEnd(LocalDate general, Counting counting, boolean otherConvention) {
            if (until != null) {
                return until;
            }
            LegalPeriod period = Objects.requireNonNull(length);
            return otherConvention ? period.otherwiseEndsOn(general, counting) : period.endsOn(general, counting);
        }

        /** The first end of a term on or after the day; the only one, where the term is not prolonged. */
        LocalDate endFrom(LocalDate day, LocalDate general, Counting counting) {
            LocalDate end = firstEnd(general, counting, false);
            while (renewal != null && end.isBefore(day)) {
                end = renewal.endsOn(end, counting);
            }
            return end;
        }
    }

    /**
     * "If as a result of denunciations the number of Parties is less than sixteen, the Convention ceases to be in force from
     * the date on which the last of these denunciations takes effect."
     *
     * @param article the article's number, bare
     * @param parties the fewest with which it stays in force
     */
    public record Minimum(String article, int parties) {

        public Minimum {
            if (parties < 1) {
                throw new IllegalArgumentException("An agreement needs at least one party to stay in force");
            }
        }
    }
}
