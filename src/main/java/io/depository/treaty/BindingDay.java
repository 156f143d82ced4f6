package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a consent binds its state.
 *
 * <ol>
 *   <li>Where staff recorded a day for it: that day.
 *   <li>While the threshold is not reached: none.
 *   <li>A consent that brings the agreement into force, or counts and was received on the day of the last one that does:
 *       the day of general entry into force. One that was received after that day brought nothing about, even where the
 *       register knows too few of the first ones and staff recorded the day: it is a later one (VCLT 24(3)).
 *   <li>Where the agreement binds that state whether it consents or not, or takes all for first ones that consent before it
 *       is in force: that day, too.
 *   <li>A succession: the day that it names, but never before the general day (VCSST 23).
 *   <li>Any other: the end of its own period, but never before the general day (VCLT 24(3)); none while those have not
 *       agreed whose consent it needs.
 *   <li>Where the state may name a later day for itself, and did: that day.
 * </ol>
 *
 * <p>Articles 12 and 13 of the seed agreement, third notification received on Thursday 5 March 2026, so that the general
 * day is Saturday 4 April 2026. A fourth, received on Friday 6 March: Sunday 5 April. An accession received on Monday
 * 2 March: its own period ends on Wednesday 1 April, so Saturday 4 April.
 */
final class BindingDay {

    private BindingDay() {}

    /** The day; null while the threshold is not reached. */
    static @Nullable LocalDate of(
            LegalFact consent, @Nullable Threshold threshold, FinalClauses clauses, RecordedDates recorded) {
        RecordedDate own = recorded.find(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, consent);
        return own == null ? computed(consent, threshold, clauses, false) : own.on();
    }

    /** The day as it is counted, or as it might be under the other convention; null while the threshold is not reached. */
    static @Nullable LocalDate computed(
            LegalFact consent, @Nullable Threshold threshold, FinalClauses clauses, boolean otherConvention) {
        if (threshold == null) {
            return null;
        }
        LocalDate day = earliest(consent, threshold, clauses, otherConvention);
        LocalDate named = clauses.laterOf(consent).named(consent);
        return day == null || named == null || named.isBefore(day) ? day : named;
    }

    /** The day before which the consent does not bind, whatever day its state names. */
    private static @Nullable LocalDate earliest(
            LegalFact consent, Threshold threshold, FinalClauses clauses, boolean otherConvention) {
        LocalDate general = threshold.generalOn(otherConvention);
        if (bindsWithAgreement(consent, threshold, clauses)) {
            return general;
        }
        if (isWaiting(consent, clauses)) {
            return null;
        }
        LocalDate own = ownEnd(consent, clauses, otherConvention);
        return own.isBefore(general) ? general : own;
    }

    /** Whether those have not agreed whose consent it needs. */
    static boolean isWaiting(LegalFact consent, FinalClauses clauses) {
        return consent.act() != Act.SUCCESSION
                && clauses.laterOf(consent).clock().waitsFor(consent);
    }

    /** Whether the consent is one of those that bring the agreement into force, so that it is bound together with it. */
    static boolean bindsWithAgreement(LegalFact consent, Threshold threshold, FinalClauses clauses) {
        EntryIntoForceRule rule = clauses.entryIntoForce();
        LocalDate general = threshold.generalOn();
        if (rule.bindsAnyway(consent.party())) {
            return true;
        }
        if (consent.act() == Act.SUCCESSION || isWaiting(consent, clauses)) {
            return false;
        }
        return (rule.later().onceInForce() && consent.receivedOn().isBefore(general))
                || (rule.isCounted(consent)
                        && threshold.includes(consent)
                        && !consent.receivedOn().isAfter(general));
    }

    /** The end of the consent's own period, whenever the agreement enters into force. */
    static LocalDate ownEnd(LegalFact consent, FinalClauses clauses, boolean otherConvention) {
        if (consent.act() == Act.SUCCESSION) {
            return consent.consentOn();
        }
        EntryIntoForceRule.Later later = clauses.laterOf(consent);
        LocalDate event = later.clock().eventOf(consent);
        return later.clock().endsOn(later.period(), event, clauses.counting(), otherConvention);
    }
}
