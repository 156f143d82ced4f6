package io.depository.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Text of a stranger in a form that PostgreSQL can keep: NUL and halves of surrogate pairs, which it refuses in
 * {@code text} and {@code jsonb}, are written as {@code \}{@code uXXXX}. All else stays as it is.
 */
final class StorableText {

    private StorableText() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || isStorable(text)) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isRefused(character)) {
                storable.append(String.format("\\u%04x", character));
            } else {
                storable.appendCodePoint(character);
            }
        });
        return storable.toString();
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(StorableText::isRefused);
    }

    private static boolean isRefused(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
