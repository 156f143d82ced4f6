package io.depository.routing;

/**
 * A stranger's text as one line that shows all that is in it: control characters, line ends, invisible marks and those
 * that turn the direction of writing are escaped as {@code \}{@code uXXXX}.
 */
final class VisibleText {

    private VisibleText() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(unit -> visible.append(String.format("\\u%04x", unit)));
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
