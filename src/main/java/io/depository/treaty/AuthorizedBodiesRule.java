package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The duty to name authorized bodies and to tell of changes in time.
 *
 * <p>Article 5 of the seed agreement: within 30 days. Changed on Monday 2 March 2026: in time until Wednesday 1 April
 * 2026, late from Thursday 2 April 2026. A late list is registered all the same.
 *
 * @param article the article's number, bare
 * @param changesWithinDays how many days after a change its notification is still in time
 */
public record AuthorizedBodiesRule(String article, int changesWithinDays) {

    /** The last day on which the receipt is in time. */
    public LocalDate inTimeUntil(LocalDate changedOn) {
        return changedOn.plusDays(changesWithinDays);
    }

    /** Whether the receipt is late; never where the state does not say when the list changed. */
    public boolean isLate(@Nullable LocalDate changedOn, LocalDate receivedOn) {
        return changedOn != null && receivedOn.isAfter(inTimeUntil(changedOn));
    }
}
