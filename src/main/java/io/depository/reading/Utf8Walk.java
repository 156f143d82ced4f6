package io.depository.reading;

/** Strict UTF-8 (RFC 3629): shortest form only, no surrogates, nothing above U+10FFFF. */
final class Utf8Walk {

    private final byte[] text;

    Utf8Walk(byte[] text) {
        this.text = text;
    }

    /** The length of the sequence of more than one byte that begins there. */
    int sequenceAt(int at) throws JsonCursor.NotJson {
        int lead = text[at] & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return continued(at, 2, 0x80, 0xBF);
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return continued(at, 3, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            return continued(at, 4, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        }
        throw notUtf8();
    }

    private int continued(int at, int length, int secondFrom, int secondTo) throws JsonCursor.NotJson {
        if (at + length > text.length) {
            throw notUtf8();
        }
        int second = text[at + 1] & 0xFF;
        if (second < secondFrom || second > secondTo) {
            throw notUtf8();
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                throw notUtf8();
            }
        }
        return length;
    }

    private static JsonCursor.NotJson notUtf8() {
        return new JsonCursor.NotJson("это не UTF-8", "it is not UTF-8");
    }
}
