package io.depository.treaty;

/**
 * How a period that begins with a receipt is counted, where a treaty says only "30 days after".
 *
 * <p>International practice knows both readings, and no general rule decides between them; an agreement's file says
 * which one its depository applies, and letters show the date under the other one beside it.
 */
public enum CountingConvention {

    /**
     * The day of receipt is not counted, and the last day of the period is the day of effect: 30 days after Thursday
     * 5 March 2026 is Saturday 4 April 2026, from 00:00.
     */
    DAY_N_AFTER("day-n-after", 0),

    /**
     * The day of receipt is not counted, and the whole period must have passed: 30 days after Thursday 5 March 2026
     * have passed at the end of Saturday 4 April 2026, so that Sunday 5 April 2026 is the day of effect.
     */
    AFTER_N_FULL_DAYS("after-n-full-days", 1);

    private final String wireName;
    private final int extraDays;

    CountingConvention(String wireName, int extraDays) {
        this.wireName = wireName;
        this.extraDays = extraDays;
    }

    /** The name in agreement files. */
    public String wireName() {
        return wireName;
    }

    /** The convention that this agreement's depository does not apply. */
    public CountingConvention other() {
        return this == DAY_N_AFTER ? AFTER_N_FULL_DAYS : DAY_N_AFTER;
    }

    int extraDays() {
        return extraDays;
    }
}
