package io.depository.treaty;

import org.jspecify.annotations.Nullable;

/**
 * How the agreement is applied before it is in force (VCLT 25): by a state that says so, from the end of the period after
 * receipt until the agreement enters into force for it, or until it takes that back.
 *
 * @param article the article's number, bare
 * @param period from the notification to the first day of it
 * @param untilAfter from the state's notice that it ends it to that end; null where it ends at once. Energy Charter Treaty,
 *     Article 45(3)(a): 60 days
 * @param bySignature whether every state that signs applies the agreement from its signature on
 */
public record ProvisionalApplicationRule(
        String article, LegalPeriod period, @Nullable LegalPeriod untilAfter, boolean bySignature) {

    /** The plain rule: by a notification, and until a notification that takes effect at once. */
    public ProvisionalApplicationRule(String article, LegalPeriod period) {
        this(article, period, null, false);
    }
}
