package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a party leaves: by a notice, received so long in advance.
 *
 * <p>Article 14 of the seed agreement: six months. Notice received on Friday 31 August 2029: the state is no longer a
 * party from Thursday 28 February 2030, 00:00, or from the later day that it asks for. Until the day before, it may
 * revoke the notice (VCLT 68).
 *
 * @param article the article's number, bare
 * @param notice from the receipt of the notice to its effect
 */
public record WithdrawalRule(String article, LegalPeriod notice) {

    /** The day from which the state is no longer a party: the end of the notice, or the later day that it asks for. */
    public LocalDate takesEffectOn(LocalDate receivedOn, @Nullable LocalDate askedFor, CountingConvention counting) {
        LocalDate end = notice.endsOn(receivedOn, counting);
        return askedFor != null && askedFor.isAfter(end) ? askedFor : end;
    }
}
