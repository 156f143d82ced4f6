package io.depository.outbox;

/**
 * What came of trying to send one delivery.
 *
 * @param delivery its id
 * @param answer what the other side said, for staff to read
 */
public record Attempt(long delivery, Outcome outcome, String answer) {

    private static final int LONGEST_ANSWER = 1000;

    public Attempt {
        answer = printable(answer);
    }

    /** Text that a database takes and a person can read: no control characters, not too long. */
    static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_ANSWER ? plain : plain.substring(0, LONGEST_ANSWER);
    }

    /** What can come of an attempt. */
    public enum Outcome {
        /** It arrived. */
        SENT("sent"),
        /** It did not, for a reason that passes: it stays due, and all behind it wait. */
        DEFERRED("deferred"),
        /** It never will by itself: it waits for staff, and those behind it go on. */
        FAILED("failed");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
