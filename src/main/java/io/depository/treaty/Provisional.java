package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a state applies an agreement before it is in force for it (VCLT 25). Immutable.
 *
 * @param fact the note, or the signature, by which it does
 * @param revocation the note by which it ends that; null where there is none
 */
record Provisional(LegalFact fact, @Nullable LegalFact revocation, ProvisionalApplicationRule rule, Counting counting) {

    /** The day from which it does, as it is counted. */
    LocalDate since() {
        return rule.period().endsOn(fact.receivedOn(), counting);
    }

    /** That day under the other counting convention. */
    LocalDate sinceOtherwise() {
        return rule.period().otherwiseEndsOn(fact.receivedOn(), counting);
    }

    /** The day from which it does not any more; null where it has not said so. */
    @Nullable
    LocalDate until() {
        LegalPeriod after = rule.untilAfter();
        return revocation == null || after == null ? null : after.endsOn(revocation.receivedOn(), counting);
    }

    /** That day under the other counting convention. */
    @Nullable
    LocalDate untilOtherwise() {
        LegalPeriod after = rule.untilAfter();
        return revocation == null || after == null ? null : after.otherwiseEndsOn(revocation.receivedOn(), counting);
    }

    boolean isNote(String reference) {
        return revocation == null && fact.reference().equals(reference);
    }

    boolean endsAtOnce() {
        return rule.untilAfter() == null;
    }

    Provisional revokedBy(LegalFact note) {
        return new Provisional(fact, note, rule, counting);
    }
}
