package io.depository.reading;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS (RFC 7515 §7.1), taken apart but not yet believed.
 *
 * @param bytes the JWS without the white space around it, which is no part of it
 * @param header the decoded header, which begins like a JSON object
 * @param payload the decoded payload; null where it is not base64url
 * @param signature the decoded signature; null where it is not base64url
 * @param signedLength how many of the bytes the signature is about: header, dot and payload as written
 */
record Jws(byte[] bytes, byte[] header, byte @Nullable [] payload, byte @Nullable [] signature, int signedLength) {

    private static final int LONGEST_HEADER = 16 * 1024;

    /** The JWS, where the text has two dots and before the first one a JSON object in base64url; empty otherwise. */
    static Optional<Jws> find(byte[] text) {
        int from = 0;
        int to = text.length;
        while (from < to && JsonCursor.isWhitespace(text[from])) {
            from++;
        }
        while (to > from && JsonCursor.isWhitespace(text[to - 1])) {
            to--;
        }
        Optional<byte[]> header = findHeader(text, from, to);
        int first = indexOfDot(text, from, to);
        int second = indexOfDot(text, first + 1, to);
        if (header.isEmpty() || second < 0 || indexOfDot(text, second + 1, to) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Jws(
                Arrays.copyOfRange(text, from, to),
                header.get(),
                Base64Url.decode(text, first + 1, second).orElse(null),
                Base64Url.decode(text, second + 1, to).orElse(null),
                second - from));
    }

    /** Whether a text may be a JWS, by its beginning. */
    static boolean beginsLikeOne(byte[] beginning) {
        int from = 0;
        while (from < beginning.length && JsonCursor.isWhitespace(beginning[from])) {
            from++;
        }
        return findHeader(beginning, from, beginning.length).isPresent();
    }

    private static Optional<byte[]> findHeader(byte[] text, int from, int to) {
        int dot = indexOfDot(text, from, Math.min(to, from + LONGEST_HEADER));
        if (dot <= from) {
            return Optional.empty();
        }
        return Base64Url.decode(text, from, dot).filter(Jws::beginsLikeAnObject);
    }

    private static boolean beginsLikeAnObject(byte[] json) {
        int at = 0;
        while (at < json.length && JsonCursor.isWhitespace(json[at])) {
            at++;
        }
        return at < json.length && json[at] == '{';
    }

    private static int indexOfDot(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return i;
            }
        }
        return -1;
    }
}
