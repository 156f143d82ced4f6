package io.depository.reading;

import io.depository.treaty.Bilingual;

/**
 * A place in a text that may be JSON (RFC 8259), and the way over what has no parts: white space, strings, numbers and
 * literals. Keeps nothing of them.
 */
final class JsonCursor {

    private final byte[] text;
    private final Utf8Walk utf8;
    private int at;

    /** Before the first byte, or behind a byte order mark, which RFC 8259 allows a reader to ignore. */
    JsonCursor(byte[] text) {
        this.text = text;
        this.utf8 = new Utf8Walk(text);
        this.at = start(text);
    }

    /** Where the JSON begins: after a byte order mark, which RFC 8259 allows a reader to ignore. */
    static int start(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** The number of the byte that is next. */
    int at() {
        return at;
    }

    boolean atEnd() {
        return at == text.length;
    }

    /** The next byte, which must be there. */
    byte peek() {
        return text[at];
    }

    void skip() {
        at++;
    }

    /** Goes over a string and returns its number of characters. */
    int string() throws NotJson {
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

    void literal(String word) throws NotJson {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == text.length || text[at] != word.charAt(i)) {
                throw notAValue();
            }
        }
    }

    /** Goes over a number and returns how long it is. */
    int number() throws NotJson {
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
        return at - start;
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

    void skipWhitespace() {
        while (at < text.length && isWhitespace(text[at])) {
            at++;
        }
    }

    static boolean isWhitespace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** The text is no JSON at the current byte. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Bilingual what;

        Bilingual what() {
            return what;
        }

        NotJson(String ru, String en) {
            super(en, null, false, false);
            this.what = new Bilingual(ru, en);
        }
    }
}
