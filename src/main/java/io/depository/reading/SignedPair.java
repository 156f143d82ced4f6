package io.depository.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of a {@code multipart/signed} (RFC 1847 §2.1), byte for byte. The line break before a delimiter is the
 * delimiter's (RFC 2046 §5.1.1).
 *
 * @param signed the signed entity with its header, exactly as written
 * @param signature the entity that holds the signature; null where it is missing
 */
record SignedPair(byte[] signed, byte @Nullable [] signature) {

    // Written out in full, because NullAway overlooks "@Nullable []" on the components of a record.
    SignedPair(byte[] signed, byte @Nullable [] signature) {
        this.signed = signed;
        this.signature = signature;
    }

    /** The pair; empty where the body does not even hold a first part. What follows the second part is passed over. */
    static Optional<SignedPair> find(byte[] body, String boundary) {
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> parts = new ArrayList<>();
        int open = -1;
        for (int at = 0; at >= 0 && parts.size() < 2; at = nextLine(body, at)) {
            int after = delimiterEnd(body, at, delimiter);
            if (after < 0) {
                continue;
            }
            if (open >= 0) {
                parts.add(Arrays.copyOfRange(body, open, Math.max(open, withoutBreak(body, at))));
            }
            open = closes(body, at + delimiter.length) ? -1 : after;
            if (open < 0) {
                break;
            }
        }
        if (open >= 0 && parts.size() < 2) {
            parts.add(Arrays.copyOfRange(body, open, body.length)); // cut off: as far as it came
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedPair(parts.get(0), parts.size() > 1 ? parts.get(1) : null));
    }

    /** Where the delimiter's line ends, where it stands at that beginning of a line; -1 otherwise. */
    private static int delimiterEnd(byte[] body, int at, byte[] delimiter) {
        int end = at + delimiter.length;
        if (end > body.length || !Arrays.equals(body, at, end, delimiter, 0, delimiter.length)) {
            return -1;
        }
        if (closes(body, end)) {
            end += 2;
        }
        while (end < body.length && (body[end] == ' ' || body[end] == '\t' || body[end] == '\r')) {
            end++;
        }
        if (end == body.length) {
            return end;
        }
        return body[end] == '\n' ? end + 1 : -1;
    }

    private static boolean closes(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private static int nextLine(byte[] body, int from) {
        for (int i = from; i < body.length; i++) {
            if (body[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int withoutBreak(byte[] body, int lineStart) {
        int end = lineStart;
        if (end > 0 && body[end - 1] == '\n') {
            end--;
            if (end > 0 && body[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }
}
