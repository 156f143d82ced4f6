package io.depository.review;

import io.depository.treaty.Bilingual;
import java.text.Normalizer;

/**
 * Who of the staff wants something done, and why.
 *
 * @param who name of the account
 * @param reason one line of text; empty only where none was asked for
 */
public record Instruction(String who, String reason) {

    private static final int LONGEST = 1000;

    private static final Bilingual WANTED = new Bilingual(
            "Нужна причина: {\"reason\": \"…\"}, от 1 до " + LONGEST + " знаков, без управляющих и скрытых знаков.",
            "A reason is needed: {\"reason\": \"…\"}, 1 to " + LONGEST
                    + " characters, no control or invisible characters among them.");

    /**
     * With a reason.
     *
     * @throws UnfitReason when it is empty, too long or not plain text
     */
    public static Instruction because(String who, String reason) {
        String line = Normalizer.normalize(reason, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        if (line.isEmpty() || line.codePointCount(0, line.length()) > LONGEST || !isPlain(line)) {
            throw new UnfitReason(WANTED);
        }
        return new Instruction(who, line);
    }

    /** Without a reason, where none is asked for. */
    public static Instruction unexplained(String who) {
        return new Instruction(who, "");
    }

    /** What stands in the register for ever is what was seen when it was written. */
    private static boolean isPlain(String line) {
        return line.codePoints().noneMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    /** The reason is missing or cannot be kept. */
    public static final class UnfitReason extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Bilingual explanation;

        UnfitReason(Bilingual explanation) {
            super(explanation.en());
            this.explanation = explanation;
        }

        public static UnfitReason missing() {
            return new UnfitReason(WANTED);
        }

        public Bilingual explanation() {
            return explanation;
        }
    }
}
