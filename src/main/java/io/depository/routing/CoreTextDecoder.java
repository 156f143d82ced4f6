package io.depository.routing;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Turns the body of a CORE text message, as it streams in, into UTF-8. The body is one byte (0: no text), the length in
 * bytes (four, big-endian) and UTF-16 (little-endian). It is read here, not by the JMS client, which reads bodies whole
 * and fails on one that is no body: a message that cannot be received would stand before all others for ever.
 *
 * <p>Half a surrogate pair has no UTF-8. It is written as the three bytes that UTF-8 forbids, so that the text stays
 * what it is, malformed, and is never mistaken for a well-formed one.
 */
final class CoreTextDecoder extends OutputStream {

    private static final int PREFIX = 5;
    private static final int NO_BYTE = -1;
    private static final char NO_CHARACTER = 0;

    private final OutputStream utf8;
    private int read;
    private int lowByte = NO_BYTE;
    private char high = NO_CHARACTER;

    CoreTextDecoder(OutputStream utf8) {
        this.utf8 = utf8;
    }

    @Override
    public void write(int value) throws IOException {
        if (read < PREFIX) {
            read++;
        } else if (lowByte == NO_BYTE) {
            lowByte = value & 0xFF;
        } else {
            character((char) ((value & 0xFF) << 8 | lowByte));
            lowByte = NO_BYTE;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            write(bytes[i]);
        }
    }

    /** Ends the text. A last half of a pair is written; a last half of a character is not part of any text. */
    @Override
    public void close() throws IOException {
        flushHigh();
    }

    private void character(char character) throws IOException {
        if (Character.isLowSurrogate(character) && high != NO_CHARACTER) {
            encode(Character.toCodePoint(high, character));
            high = NO_CHARACTER;
            return;
        }
        flushHigh();
        if (Character.isHighSurrogate(character)) {
            high = character;
        } else {
            encode(character);
        }
    }

    private void flushHigh() throws IOException {
        if (high != NO_CHARACTER) {
            encode(high);
            high = NO_CHARACTER;
        }
    }

    private void encode(int character) throws IOException {
        if (character < 0x80) {
            utf8.write(character);
        } else if (character < 0x800) {
            utf8.write(0xC0 | character >> 6);
            utf8.write(0x80 | character & 0x3F);
        } else if (character < 0x10000) {
            utf8.write(0xE0 | character >> 12);
            utf8.write(0x80 | character >> 6 & 0x3F);
            utf8.write(0x80 | character & 0x3F);
        } else {
            utf8.write(0xF0 | character >> 18);
            utf8.write(0x80 | character >> 12 & 0x3F);
            utf8.write(0x80 | character >> 6 & 0x3F);
            utf8.write(0x80 | character & 0x3F);
        }
    }
}
