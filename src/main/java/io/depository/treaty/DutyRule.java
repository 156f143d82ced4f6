package io.depository.treaty;

/**
 * What a state has to notify within a time. Done late, it is registered all the same.
 *
 * @param article the article's number, bare
 * @param act what it notifies
 * @param within how long it has
 * @param after from when
 * @param what the duty in words, to complete "has to"
 */
public record DutyRule(String article, Act act, LegalPeriod within, After after, Bilingual what) {

    /** From when a duty's time runs. */
    public enum After {
        CONSENT("consent"),
        ENTRY_INTO_FORCE("entry-into-force"),
        ENTRY_INTO_FORCE_FOR_PARTY("entry-into-force-for-party");

        private final String wireName;

        After(String wireName) {
            this.wireName = wireName;
        }

        /** The one of that name in agreement files. */
        public static After of(String wireName) {
            for (After after : values()) {
                if (after.wireName.equals(wireName)) {
                    return after;
                }
            }
            throw new IllegalArgumentException("No duty's time runs from " + wireName);
        }

        /** The name in agreement files. */
        public String wireName() {
            return wireName;
        }
    }
}
