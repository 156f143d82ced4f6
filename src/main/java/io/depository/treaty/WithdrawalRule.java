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
 * @param article the article's number, bare; or of the VCLT, where the agreement is silent
 * @param notice from the receipt of the notice to its effect
 * @param earliest how long a state must have been bound first; null where it may leave at any time
 */
public record WithdrawalRule(
        String article, LegalPeriod notice, @Nullable Earliest earliest) {

    /** Where the agreement is silent: not less than twelve months' notice (VCLT 54, 56(2)). */
    static final WithdrawalRule WHERE_SILENT = new WithdrawalRule(Article.ofVclt("56"), LegalPeriod.ofMonths(12), null);

    /**
     * "At any time after the expiry of three years from the date on which the agreement entered into force for it."
     *
     * @param period how long
     * @param from from when
     * @param ofEffect whether the effect, and not the notice, must wait
     */
    public record Earliest(LegalPeriod period, From from, boolean ofEffect) {

        /** The first day, when the event was on the day given. */
        LocalDate after(LocalDate event, Counting counting) {
            return period.endsOn(event, counting);
        }
    }

    /** From when it is counted how long a state has been bound. */
    public enum From {
        ENTRY_INTO_FORCE("entry-into-force"),
        ENTRY_INTO_FORCE_FOR_PARTY("entry-into-force-for-party");

        private final String wireName;

        From(String wireName) {
            this.wireName = wireName;
        }

        /** The name in agreement files. */
        public String wireName() {
            return wireName;
        }
    }

    /** The plain rule: a period of notice, at any time. */
    public static WithdrawalRule of(String article, LegalPeriod notice) {
        return new WithdrawalRule(article, notice, null);
    }

    /** The end of the notice. */
    LocalDate noticeEndsOn(LocalDate receivedOn, Counting counting) {
        return notice.endsOn(receivedOn, counting);
    }
}
