package io.depository.reading;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Base64url without padding, as RFC 7515 §2 wants it, and only in the one way that each value is written. */
final class Base64Url {

    private static final int[] UNUSED_BITS = {0, 0, 0b1111, 0b11};

    private Base64Url() {}

    /** The bytes that the range says; empty where it has another character or a spelling that is not the shortest. */
    static Optional<byte[]> decode(byte[] text, int from, int to) {
        int length = to - from;
        if (length % 4 == 1) {
            return Optional.empty();
        }
        for (int i = from; i < to; i++) {
            if (value(text[i]) < 0) {
                return Optional.empty();
            }
        }
        // Spare bits must be zero: else one signature could be written in several ways, each with its own digest.
        if (length > 0 && (value(text[to - 1]) & UNUSED_BITS[length % 4]) != 0) {
            return Optional.empty();
        }
        byte[] written = Arrays.copyOfRange(text, from, to);
        return Optional.of(Base64.getUrlDecoder().decode(written));
    }

    private static int value(byte character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return character == '-' ? 62 : character == '_' ? 63 : -1;
    }
}
