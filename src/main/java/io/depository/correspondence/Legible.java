package io.depository.correspondence;

/** Makes what a sender wrote fit to be shown: nothing invisible, nothing that moves the rest of a page or a header. */
final class Legible {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_LINE = 200;

    private Legible() {}

    /** The text with every half of a broken surrogate pair replaced, so that UTF-8 can carry it. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> isLoneSurrogate(c) ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** One line: control, format and line-separating characters are replaced, and what is very long is cut. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST_LINE));
        int at = 0;
        while (at < text.length() && line.length() < LONGEST_LINE) {
            int c = text.codePointAt(at);
            line.appendCodePoint(isInvisible(c) ? REPLACEMENT : c);
            at += Character.charCount(c);
        }
        return at < text.length() ? line.append('…').toString() : line.toString();
    }

    /** Several lines: as {@link #line}, but line feeds stay and nothing is cut. */
    static String paragraphs(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .map(c -> c != '\n' && isInvisible(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** With every character replaced that XML 1.0 cannot carry; of those that are visible only two. */
    static String xml(String text) {
        return paragraphs(text).replace('\uFFFE', REPLACEMENT).replace('\uFFFF', REPLACEMENT);
    }

    /** Whether the character has no place in a header or a line: CR, LF, other controls, bidi marks and the like. */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
