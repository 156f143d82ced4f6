package io.depository.notification;

/** What a sender wrote, made fit to be repeated inside a sentence of ours. */
final class Quoted {

    private static final int MOST = 120;

    private Quoted() {}

    /**
     * The text without control, formatting and unpaired characters (each shown as U+FFFD) and cut after 120 characters.
     */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder();
        int characters = 0;
        for (int i = 0; i < text.length(); ) {
            if (characters++ == MOST) {
                return quoted.append('…').toString();
            }
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            quoted.appendCodePoint(isSpeakable(character) ? character : 0xFFFD);
        }
        return quoted.toString();
    }

    private static boolean isSpeakable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
