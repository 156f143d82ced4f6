package io.depository.reading;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import io.depository.treaty.Bilingual;
import java.util.Locale;
import java.util.Optional;

/** Which characters may stand where. Unicode's tables are ICU's, so that every Java platform judges alike. */
enum Characters {
    /** Compared byte by byte, printed and typed again: NFC, and nothing invisible, unassigned or private. */
    IDENTIFIER,
    /** One line of text: no control characters. */
    LINE,
    /** Text: of the control characters only tab and line breaks. */
    TEXT;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** Why the text may not stand there, or empty where it may. */
    Optional<Bilingual> findFault(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!allows(character)) {
                String name = String.format(Locale.ROOT, "U+%04X", character);
                return Optional.of(new Bilingual("здесь не может стоять " + name, name + " may not stand here"));
            }
            i += Character.charCount(character);
        }
        if (this == IDENTIFIER && !NFC.isNormalized(text)) {
            return Optional.of(new Bilingual(
                    "текст должен быть в форме нормализации Юникода NFC",
                    "the text must be in Unicode normalization form NFC"));
        }
        return Optional.empty();
    }

    private boolean allows(int character) {
        if (character >= ' ' && character < 0x7F) {
            return true;
        }
        return switch (UCharacter.getType(character)) {
            case UCharacterCategory.SURROGATE -> false;
            case UCharacterCategory.CONTROL ->
                this == TEXT && (character == '\t' || character == '\n' || character == '\r');
            case UCharacterCategory.LINE_SEPARATOR, UCharacterCategory.PARAGRAPH_SEPARATOR -> this == TEXT;
            case UCharacterCategory.FORMAT, UCharacterCategory.UNASSIGNED, UCharacterCategory.PRIVATE_USE ->
                this != IDENTIFIER;
            default -> true;
        };
    }

    /** The text with each half of a surrogate pair replaced by U+FFFD. */
    static String mend(String text) {
        return keep(text, Integer.MAX_VALUE, false);
    }

    /** At most so many characters of the text, without control characters and halves of surrogate pairs. */
    static String clean(String text, int most) {
        return keep(text, most, true);
    }

    private static String keep(String text, int most, boolean drop) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), 256));
        int characters = 0;
        for (int i = 0; i < text.length() && characters < most; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean half = character >= 0xD800 && character <= 0xDFFF;
            if (drop && (half || UCharacter.getType(character) == UCharacterCategory.CONTROL)) {
                continue;
            }
            kept.appendCodePoint(half ? 0xFFFD : character);
            characters++;
        }
        return kept.toString();
    }
}
