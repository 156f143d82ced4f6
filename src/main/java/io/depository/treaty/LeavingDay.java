package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a state that has consented can give notice of withdrawal, and on which day it is out.
 *
 * <p>Article 28 of the Paris Agreement: notice after three years, out a year later. Bound since Friday 4 November 2016, the
 * state can give notice from Monday 4 November 2019 on; given on that day, it is out on Wednesday 4 November 2020.
 *
 * @param clauses the agreement's
 * @param generalOn the day of general entry into force; null while none follows
 * @param boundOn the day from which the consent binds its state; null while none follows
 */
record LeavingDay(
        FinalClauses clauses,
        @Nullable LocalDate generalOn,
        @Nullable LocalDate boundOn) {

    /** The first day, not before the one given, on which the state can give notice; null where it is not bound. */
    @Nullable
    LocalDate opensOn(LocalDate day) {
        if (generalOn == null || boundOn == null) {
            return null;
        }
        LocalDate first = notBefore(false);
        LocalDate from = first != null && first.isAfter(day) ? first : day;
        WithdrawalRule.Window window = rule().window();
        LocalDate event = window == null ? null : eventOf(window.from());
        return window == null || event == null ? from : window.openFrom(from, event, clauses.counting());
    }

    /** Whether the clause on withdrawal makes the state wait with a notice that is received on that day. */
    boolean isTooEarly(LocalDate day) {
        LocalDate opens = opensOn(day);
        return opens != null && opens.isAfter(day);
    }

    /** The day on which that notice takes effect, as it is counted, or as it might be under the other convention. */
    LocalDate of(LegalFact notice, boolean otherConvention) {
        LegalPeriod period = rule().notice();
        LocalDate end = otherConvention
                ? period.otherwiseEndsOn(notice.receivedOn(), clauses.counting())
                : period.endsOn(notice.receivedOn(), clauses.counting());
        LocalDate asked = notice.effectiveOn();
        LocalDate day = asked != null && asked.isAfter(end) ? asked : end;
        LocalDate first = notBefore(true);
        LocalDate leaves = first != null && first.isAfter(day) ? first : day;
        LifetimeRule.Term term = clauses.lifetime().term();
        return rule().atEndOfTerm() && term != null && generalOn != null
                ? term.endFrom(leaves, generalOn, clauses.counting())
                : period.fixedDayFrom(leaves);
    }

    /** The earliest moment, where the clause gives one of the effect, or of the notice; null for any day. */
    private @Nullable LocalDate notBefore(boolean ofEffect) {
        WithdrawalRule.Earliest earliest = rule().earliest();
        if (earliest == null || earliest.ofEffect() != ofEffect) {
            return null;
        }
        LocalDate event = eventOf(earliest.from());
        return event == null ? null : earliest.after(event, clauses.counting());
    }

    private @Nullable LocalDate eventOf(WithdrawalRule.From from) {
        return from == WithdrawalRule.From.ENTRY_INTO_FORCE ? generalOn : boundOn;
    }

    private WithdrawalRule rule() {
        return clauses.withdrawalOrSilence();
    }
}
