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
 * @param window the times at which notice can be given; null where it can be given at any time
 * @param atEndOfTerm whether a state leaves only when a term of the agreement ends ({@link LifetimeRule.Term})
 */
public record WithdrawalRule(
        String article,
        LegalPeriod notice,
        @Nullable Earliest earliest,
        @Nullable Window window,
        boolean atEndOfTerm) {

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

    /**
     * "After the expiration of ten years from the date on which the Convention first comes into force", within the year that
     * follows, and so again every ten years. In force since Sunday 1 May 1932: notice can be given from Friday 1 May 1942 to
     * Saturday 1 May 1943, then from Thursday 1 May 1952 on: the year following a day ends with the same day of the next.
     *
     * @param after from the event to the first window
     * @param every from the beginning of a window to that of the next
     * @param open for how long each is open; its last day is the first one and this length, whatever the convention
     * @param from the event
     */
    public record Window(LegalPeriod after, LegalPeriod every, LegalPeriod open, From from) {

        public Window {
            if (every.isImmediate()) {
                throw new IllegalArgumentException("One window follows another after more than nothing");
            }
        }

        /** The day itself where a window is open on it; otherwise the first day of the next one. */
        LocalDate openFrom(LocalDate day, LocalDate event, Counting counting) {
            LocalDate opens = after.endsOn(event, counting);
            while (open.endsOn(opens, CountingConvention.DAY_N_AFTER).isBefore(day)) {
                opens = every.endsOn(opens, counting);
            }
            return opens.isAfter(day) ? opens : day;
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

        /** The one of that name in agreement files. */
        public static From of(String wireName) {
            for (From from : values()) {
                if (from.wireName.equals(wireName)) {
                    return from;
                }
            }
            throw new IllegalArgumentException("It is not counted from " + wireName);
        }

        /** The name in agreement files. */
        public String wireName() {
            return wireName;
        }
    }

    /** A rule by which notice can be given at any time, or at any time after the earliest. */
    public WithdrawalRule(String article, LegalPeriod notice, @Nullable Earliest earliest) {
        this(article, notice, earliest, null, false);
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
