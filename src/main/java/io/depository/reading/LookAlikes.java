package io.depository.reading;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.SpoofChecker;
import io.depository.treaty.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Finds the words of a notification that may deceive a reader (UTS 39): with letters of several scripts in one word, with
 * characters that nobody sees, and, where a text is compared byte by byte, with letters that look like Latin ones.
 */
final class LookAlikes {

    private static final int MOST = 50;
    private static final int LONGEST = 100;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s/,;:()\\[\\]{}<>\"'«»№#@&+=_.-]+");

    private static final Pattern IDENTIFIERS = Pattern.compile(
            "/(depository|agreement|reference|refersTo/reference|basis/number|authorizedBodies/\\d+/email)");
    private static final Pattern NAMES =
            Pattern.compile("/(basis/title|authorizedBodies/\\d+/(name/(ru|en)|address)|attachments/\\d+/fileName)");

    private static final Bilingual MIXED =
            new Bilingual("в одном слове буквы разных письменностей", "letters of different scripts in one word");
    private static final Bilingual UNSEEN = new Bilingual(
            "знак, которого не видно или который меняет направление",
            "a character that is unseen or turns the direction");
    private static final Bilingual LATIN_LOOK = new Bilingual(
            "не латинские буквы, которые выглядят как латинские", "letters that look like Latin ones and are not");

    /** One script a word, as in UTS 39, section 5.2; safe for concurrent use. */
    private final SpoofChecker checker = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    private final List<LookAlike> found = new ArrayList<>();

    private LookAlikes() {}

    /** The deceiving words, in the order of the text; at most fifty. */
    static List<LookAlike> in(JsonNode notification) {
        LookAlikes search = new LookAlikes();
        search.walk(notification, "");
        return List.copyOf(search.found);
    }

    private void walk(JsonNode node, String at) {
        if (node.isObject()) {
            node.properties().forEach(member -> walk(member.getValue(), Pointer.member(at, member.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), Pointer.element(at, i));
            }
        } else if (node.isString()) {
            boolean identifier = IDENTIFIERS.matcher(at).matches();
            if (identifier || NAMES.matcher(at).matches()) {
                words(node.stringValue(), at, identifier);
            }
        }
    }

    private void words(String text, String at, boolean identifier) {
        for (String word : BETWEEN_WORDS.split(text)) {
            if (found.size() < MOST && !word.isEmpty()) {
                findDeceit(word, identifier).ifPresent(why -> found.add(lookAlike(at, word, why)));
            }
        }
    }

    private Optional<Bilingual> findDeceit(String word, boolean identifier) {
        if (word.codePoints().anyMatch(LookAlikes::isUnseen)) {
            return Optional.of(UNSEEN);
        }
        if (checker.failsChecks(word)) {
            return Optional.of(MIXED);
        }
        return identifier && !isAscii(word) && isAscii(checker.getSkeleton(word))
                ? Optional.of(LATIN_LOOK)
                : Optional.empty();
    }

    private LookAlike lookAlike(String at, String word, Bilingual why) {
        String shown = Characters.clean(word, LONGEST);
        List<String> codePoints = shown.codePoints()
                .mapToObj(character ->
                        String.format(Locale.ROOT, "U+%04X %s", character, UCharacter.getExtendedName(character)))
                .toList();
        return new LookAlike(at, shown, Characters.clean(checker.getSkeleton(shown), LONGEST), codePoints, why);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static boolean isUnseen(int character) {
        int category = UCharacter.getType(character);
        return category == UCharacterCategory.FORMAT
                || category == UCharacterCategory.UNASSIGNED
                || category == UCharacterCategory.PRIVATE_USE
                || UCharacter.hasBinaryProperty(character, com.ibm.icu.lang.UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
