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
    private final Utf8Walk utf8;
    private int at;

    private final BitSet objects = new BitSet();
    private int depth;
    private int tokens;
    private boolean inAttachments;
    private boolean nextIsContent;
    private @Nullable Bilingual exceeded;

    private JsonScan(byte[] text) {
        this.text = text;
        this.utf8 = new Utf8Walk(text);
    }

    /** The defect that makes the text unreadable, {@code SYNTAX} or else {@code TOO_LARGE}; empty where there is none. */
    static Optional<Finding> findDefect(byte[] text) {
        JsonScan scan = new JsonScan(text);
        try {
            scan.document();
        } catch (NotJson notJson) {
            return Optional.of(Findings.syntax(notJson.what, scan.at));
        }
        return Optional.ofNullable(scan.exceeded).map(Findings::tooLarge);
    }

    /** Where the JSON begins: after a byte order mark, which RFC 8259 allows a reader to ignore. */
    static int start(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private void document() throws NotJson {
        at = start(text);
        Expecting expecting = Expecting.VALUE;
        while (true) {
            skipWhitespace();
            if (at == text.length) {
                if (expecting == Expecting.NOTHING) {
                    return;
                }
                throw new NotJson(
                        tokens == 0 ? "он пуст" : "он обрывается", tokens == 0 ? "it is empty" : "it breaks off");
            }
            expecting = step(expecting);
        }
    }

    private Expecting step(Expecting expecting) throws NotJson {
        byte next = text[at];
        return switch (expecting) {
            case VALUE -> value(next);
            case VALUE_OR_END -> next == ']' ? close() : value(next);
            case NAME -> name(next);
            case NAME_OR_END -> next == '}' ? close() : name(next);
            case COMMA_OR_END -> commaOrEnd(next);
            case NOTHING -> throw new NotJson("после значения стоит лишнее", "something follows the value");
        };
    }

    private Expecting commaOrEnd(byte next) throws NotJson {
        boolean inObject = objects.get(depth);
        if (next == ',') {
            at++;
            return inObject ? Expecting.NAME : Expecting.VALUE;
        }
        if (next == (inObject ? '}' : ']')) {
            return close();
        }
        throw new NotJson("ожидается запятая или закрывающая скобка", "a comma or a closing bracket is expected");
    }

    private Expecting value(byte next) throws NotJson {
        switch (next) {
            case '{' -> {
                return open(true);
            }
            case '[' -> {
                return open(false);
            }
            case '"' -> {
                boolean isContent = nextIsContent && depth == 3;
                int start = at;
                string();
                if (!isContent && at - start - 2 > Limits.JSON_STRING_BYTES) {
                    exceed("строка длиннее 1 МБ", "a string is longer than 1 MB");
                }
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
        token();
        return afterValue();
    }

    private Expecting open(boolean object) {
        at++;
        token();
        depth++;
        objects.set(depth, object);
        if (depth > Limits.JSON_DEPTH) {
            exceed("глубина вложенности больше 32", "nested deeper than 32 levels");
        }
        return object ? Expecting.NAME_OR_END : Expecting.VALUE_OR_END;
    }

    private Expecting close() {
        at++;
        token();
        depth--;
        return afterValue();
    }

    private Expecting afterValue() {
        return depth == 0 ? Expecting.NOTHING : Expecting.COMMA_OR_END;
    }

    private Expecting name(byte next) throws NotJson {
        if (next != '"') {
            throw new NotJson("ожидается имя поля в кавычках", "a member's name in quotation marks is expected");
        }
        int start = at + 1;
        if (string() > Limits.JSON_NAME_CHARACTERS) {
            exceed("имя поля длиннее 200 знаков", "a member's name is longer than 200 characters");
        }
        token();
        noteWhere(start, at - 1);
        skipWhitespace();
        if (at == text.length || text[at] != ':') {
            throw new NotJson("после имени поля ожидается двоеточие", "a colon is expected after a member's name");
        }
        at++;
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

    /** Goes over a string and returns its number of characters. */
    private int string() throws NotJson {
        at++;
        int characters = 0;
        while (at < text.length) {
            int next = text[at];
            if (next == '"') {
                at++;
                return characters;
            }
            if (next >= 0 && next < 0x20) {
                throw new NotJson("управляющий знак внутри строки", "a control character inside a string");
            }
            if (next == '\\') {
                escape();
            } else if (next >= 0) {
                at++;
            } else {
                at += utf8.sequenceAt(at);
            }
            characters++;
        }
        throw new NotJson("строка не закрыта", "a string is not closed");
    }

    private void escape() throws NotJson {
        at++;
        byte kind = at < text.length ? text[at] : 0;
        switch (kind) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> unicode();
            default -> throw new NotJson("неизвестное сочетание с обратной чертой", "an unknown escape");
        }
    }

    /** One character: half a surrogate pair alone is none, and no UTF-8 could repeat it (RFC 8259 §8.2). */
    private void unicode() throws NotJson {
        char first = (char) fourDigits();
        if (Character.isLowSurrogate(first)) {
            throw half();
        }
        if (Character.isHighSurrogate(first)) {
            if (at + 1 >= text.length || text[at] != '\\' || text[at + 1] != 'u') {
                throw half();
            }
            at++;
            if (!Character.isLowSurrogate((char) fourDigits())) {
                throw half();
            }
        }
    }

    /** Goes over the letter u and the digits behind it, and returns their value. */
    private int fourDigits() throws NotJson {
        at++;
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                throw new NotJson("после \\u ожидаются четыре цифры", "four digits are expected after \\u");
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private static NotJson half() {
        return new NotJson("половина суррогатной пары", "half a surrogate pair");
    }

    private void literal(String word) throws NotJson {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == text.length || text[at] != word.charAt(i)) {
                throw notAValue();
            }
        }
    }

    private void number() throws NotJson {
        int start = at;
        if (text[at] == '-') {
            at++;
        }
        if (at < text.length && text[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length && text[at] == '.') {
            at++;
            digits();
        }
        if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            digits();
        }
        if (at - start > Limits.JSON_NUMBER_CHARACTERS) {
            exceed("число длиннее 64 знаков", "a number is longer than 64 characters");
        }
    }

    private void digits() throws NotJson {
        int start = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw notAValue();
        }
    }

    private static NotJson notAValue() {
        return new NotJson("ожидается значение", "a value is expected");
    }

    private void skipWhitespace() {
        while (at < text.length && isWhitespace(text[at])) {
            at++;
        }
    }

    static boolean isWhitespace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
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

    /** The text is no JSON at the current byte. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Bilingual what;

        NotJson(String ru, String en) {
            super(en, null, false, false);
            this.what = new Bilingual(ru, en);
        }
    }
}
