package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a consent binds its state.
 *
 * <ol>
 *   <li>While the threshold is not reached: none.
 *   <li>A consent that brings the agreement into force: the day of general entry into force.
 *   <li>Any other: the end of its own period, but never before the general day (VCLT 24(3)).
 * </ol>
 *
 * <p>Articles 12 and 13 of the seed agreement, third notification received on Thursday 5 March 2026, so that the general
 * day is Saturday 4 April 2026. A fourth, received on Friday 6 March: Sunday 5 April. An accession received on Monday
 * 2 March: its own period ends on Wednesday 1 April, so Saturday 4 April.
 */
final class BindingDay {

    private BindingDay() {}

    /** The day under that convention; null while the threshold is not reached. */
    static @Nullable LocalDate of(
            LegalFact consent, @Nullable Threshold threshold, FinalClauses clauses, CountingConvention counting) {
        if (threshold == null) {
            return null;
        }
        LocalDate general = threshold.generalOn(counting != clauses.counting());
        if (threshold.facts().contains(consent)) {
            return general;
        }
        LocalDate own = ownEnd(consent, clauses, counting);
        return own.isBefore(general) ? general : own;
    }

    /** The end of the consent's own period, whenever the agreement enters into force. */
    static LocalDate ownEnd(LegalFact consent, FinalClauses clauses, CountingConvention counting) {
        return periodOf(consent, clauses).endsOn(consent.receivedOn(), counting);
    }

    static LegalPeriod periodOf(LegalFact consent, FinalClauses clauses) {
        AccessionRule accession = clauses.accession();
        return consent.act() == Act.ACCESSION && accession != null
                ? accession.period()
                : clauses.entryIntoForce().laterPeriod();
    }

    /** The article that the consent rests on. */
    static String articleOf(LegalFact consent, FinalClauses clauses) {
        AccessionRule accession = clauses.accession();
        return consent.act() == Act.ACCESSION && accession != null
                ? accession.article()
                : clauses.entryIntoForce().article();
    }
}
