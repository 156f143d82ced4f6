package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.treaty.Bilingual;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over a text and tells whether it is JSON (RFC 8259) in UTF-8, and within the limits. It keeps one bit a
 * level of nesting and nothing else, so that the largest text costs no memory; and it goes on where a limit is exceeded,
 * because a text that is no JSON is {@code SYNTAX} however large it is.
 */
final class JsonScan {

    private static final byte[] ATTACHMENTS = {'a', 't', 't', 'a', 'c', 'h', 'm', 'e', 'n', 't', 's'};
    private static final byte[] CONTENT = {'c', 'o', 'n', 't', 'e', 'n', 't'};

    private enum Expecting {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COMMA_OR_END,
        NOTHING
    }

    private final byte[] text;
    private final JsonCursor cursor;

    private final BitSet objects = new BitSet();
    private int depth;
    private int tokens;
    private boolean inAttachments;
    private boolean nextIsContent;
    private @Nullable Bilingual exceeded;

    private JsonScan(byte[] text) {
        this.text = text;
        this.cursor = new JsonCursor(text);
    }

    /** The defect that makes the text unreadable, {@code SYNTAX} or else {@code TOO_LARGE}; empty where there is none. */
    static Optional<Finding> findDefect(byte[] text) {
        JsonScan scan = new JsonScan(text);
        try {
            scan.document();
        } catch (JsonCursor.NotJson notJson) {
            return Optional.of(Findings.syntax(notJson.what(), scan.cursor.at()));
        }
        return Optional.ofNullable(scan.exceeded).map(Findings::tooLarge);
    }

    private void document() throws JsonCursor.NotJson {
        Expecting expecting = Expecting.VALUE;
        while (true) {
            cursor.skipWhitespace();
            if (cursor.atEnd()) {
                if (expecting == Expecting.NOTHING) {
                    return;
                }
                throw new JsonCursor.NotJson(
                        tokens == 0 ? "он пуст" : "он обрывается", tokens == 0 ? "it is empty" : "it breaks off");
            }
            expecting = step(expecting);
        }
    }

    private Expecting step(Expecting expecting) throws JsonCursor.NotJson {
        byte next = cursor.peek();
        return switch (expecting) {
            case VALUE -> value(next);
            case VALUE_OR_END -> next == ']' ? close() : value(next);
            case NAME -> name(next);
            case NAME_OR_END -> next == '}' ? close() : name(next);
            case COMMA_OR_END -> commaOrEnd(next);
            case NOTHING -> throw new JsonCursor.NotJson("после значения стоит лишнее", "something follows the value");
        };
    }

    private Expecting commaOrEnd(byte next) throws JsonCursor.NotJson {
        boolean inObject = objects.get(depth);
        if (next == ',') {
            cursor.skip();
            return inObject ? Expecting.NAME : Expecting.VALUE;
        }
        if (next == (inObject ? '}' : ']')) {
            return close();
        }
        throw new JsonCursor.NotJson(
                "ожидается запятая или закрывающая скобка", "a comma or a closing bracket is expected");
    }

    private Expecting value(byte next) throws JsonCursor.NotJson {
        switch (next) {
            case '{' -> {
                return open(true);
            }
            case '[' -> {
                return open(false);
            }
            case '"' -> {
                boolean isContent = nextIsContent && depth == 3;
                int start = cursor.at();
                cursor.string();
                if (!isContent && cursor.at() - start - 2 > Limits.JSON_STRING_BYTES) {
                    exceed("строка длиннее 1 МБ", "a string is longer than 1 MB");
                }
            }
            case 't' -> cursor.literal("true");
            case 'f' -> cursor.literal("false");
            case 'n' -> cursor.literal("null");
            default -> {
                if (cursor.number() > Limits.JSON_NUMBER_CHARACTERS) {
                    exceed("число длиннее 64 знаков", "a number is longer than 64 characters");
                }
            }
        }
        token();
        return afterValue();
    }

    private Expecting open(boolean object) {
        cursor.skip();
        token();
        depth++;
        objects.set(depth, object);
        if (depth > Limits.JSON_DEPTH) {
            exceed("глубина вложенности больше 32", "nested deeper than 32 levels");
        }
        return object ? Expecting.NAME_OR_END : Expecting.VALUE_OR_END;
    }

    private Expecting close() {
        cursor.skip();
        token();
        depth--;
        return afterValue();
    }

    private Expecting afterValue() {
        return depth == 0 ? Expecting.NOTHING : Expecting.COMMA_OR_END;
    }

    private Expecting name(byte next) throws JsonCursor.NotJson {
        if (next != '"') {
            throw new JsonCursor.NotJson(
                    "ожидается имя поля в кавычках", "a member's name in quotation marks is expected");
        }
        int start = cursor.at() + 1;
        if (cursor.string() > Limits.JSON_NAME_CHARACTERS) {
            exceed("имя поля длиннее 200 знаков", "a member's name is longer than 200 characters");
        }
        token();
        noteWhere(start, cursor.at() - 1);
        cursor.skipWhitespace();
        if (cursor.atEnd() || cursor.peek() != ':') {
            throw new JsonCursor.NotJson(
                    "после имени поля ожидается двоеточие", "a colon is expected after a member's name");
        }
        cursor.skip();
        return Expecting.VALUE;
    }

    /** Only {@code /attachments/*}{@code /content} may hold a string above the limit. */
    private void noteWhere(int from, int to) {
        if (depth == 1) {
            inAttachments = Arrays.equals(text, from, to, ATTACHMENTS, 0, ATTACHMENTS.length);
        }
        nextIsContent = inAttachments
                && depth == 3
                && objects.get(1)
                && !objects.get(2)
                && Arrays.equals(text, from, to, CONTENT, 0, CONTENT.length);
    }

    private void token() {
        tokens++;
        if (tokens > Limits.JSON_TOKENS) {
            exceed("больше 100 000 элементов JSON", "more than 100,000 JSON tokens");
        }
    }

    private void exceed(String ru, String en) {
        if (exceeded == null) {
            exceeded = new Bilingual(ru, en);
        }
    }
}
