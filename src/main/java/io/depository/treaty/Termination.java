package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of an agreement for all of its parties: its term is over, or too few parties are left.
 *
 * @param on the first day on which it is not in force any more
 * @param alternative that day under the other counting convention
 * @param by the notice of withdrawal that left too few parties; null where the term is over
 */
record Termination(
        LocalDate on,
        LocalDate alternative,
        String article,
        @Nullable LegalFact by,
        Bilingual because) {

    /** The earliest end that follows from what has been told; null where there is none. */
    static @Nullable Termination of(Chronicle chronicle) {
        LifetimeRule rule = chronicle.agreement().clauses().lifetime();
        Threshold threshold = chronicle.threshold();
        if (threshold == null) {
            return null;
        }
        Termination expiry = rule.term() == null ? null : expiry(rule.term(), threshold, chronicle);
        Termination loss = rule.minimum() == null ? null : loss(rule.minimum(), threshold.generalOn(), chronicle);
        return expiry == null || (loss != null && loss.on().isBefore(expiry.on())) ? loss : expiry;
    }

    private static @Nullable Termination expiry(LifetimeRule.Term term, Threshold threshold, Chronicle chronicle) {
        if (term.renewal() != null) {
            return null;
        }
        Counting counting = chronicle.agreement().clauses().counting();
        LocalDate general = threshold.generalOn();
        LocalDate end = term.firstEnd(general, counting, false);
        LegalPeriod length = term.length();
        Bilingual plus = length == null ? new Bilingual("", "") : new Arithmetic(counting).plus(length, general);
        return new Termination(
                end,
                term.firstEnd(threshold.generalOn(true), counting, true),
                term.article(),
                null,
                Article.because(
                        term.article(),
                        length == null
                                ? "соглашение заключено на срок до " + dayRu(end)
                                : "срок действия: вступление в силу — " + dayRu(general) + plus.ru(),
                        length == null
                                ? "the agreement was concluded until " + dayEn(end)
                                : "its term: in force since " + dayEn(general) + plus.en()));
    }

    private static @Nullable Termination loss(LifetimeRule.Minimum rule, LocalDate general, Chronicle chronicle) {
        List<Participation.Notice> departures = new ArrayList<>();
        List<Participation> all = chronicle.participations();
        for (Participation participation : all) {
            Participation.Notice notice = participation.standingNotice();
            if (notice != null && !notice.effectiveOn().isBefore(general)) {
                departures.add(notice);
            }
        }
        departures.sort(Comparator.comparing(Participation.Notice::effectiveOn));
        for (Participation.Notice departure : departures) {
            LocalDate day = departure.effectiveOn();
            int left = chronicle.boundAnywayCount()
                    + (int) all.stream()
                            .filter(one ->
                                    !chronicle.isBoundAnyway(one.consent().party()))
                            .filter(one -> chronicle.isBound(one, day) && !one.isEndedBy(day))
                            .count();
            if (left < rule.parties()) {
                return lostBy(departure, left, rule);
            }
        }
        return null;
    }

    private static Termination lostBy(Participation.Notice departure, int left, LifetimeRule.Minimum rule) {
        LegalFact by = departure.fact();
        LocalDate day = departure.effectiveOn();
        return new Termination(
                day,
                day,
                rule.article(),
                by,
                Article.because(
                        rule.article(),
                        "выход (" + by.party() + ") " + Entries.ru(by) + " действует с " + dayRu(day)
                                + "; участников остается " + left + ", а для действия соглашения нужно не менее "
                                + rule.parties(),
                        "withdrawal of " + by.party() + " " + Entries.en(by) + " takes effect " + dayEn(day) + "; "
                                + Words.countEn(left, "party remains", "parties remain") + ", and the agreement stays"
                                + " in force with no fewer than " + rule.parties()));
    }
}
