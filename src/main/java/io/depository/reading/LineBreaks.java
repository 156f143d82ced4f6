package io.depository.reading;

import java.io.ByteArrayOutputStream;

/** Line breaks as S/MIME signs them. */
final class LineBreaks {

    private LineBreaks() {}

    /** The bytes with each bare LF as CRLF; the very same array where there is none. */
    static byte[] canonical(byte[] bytes) {
        int bare = 0;
        for (int i = 0; i < bytes.length; i++) {
            bare += isBare(bytes, i) ? 1 : 0;
        }
        if (bare == 0) {
            return bytes;
        }
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(bytes.length + bare);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (isBare(bytes, i)) {
                canonical.write(bytes, from, i - from);
                canonical.write('\r');
                from = i;
            }
        }
        canonical.write(bytes, from, bytes.length - from);
        return canonical.toByteArray();
    }

    private static boolean isBare(byte[] bytes, int at) {
        return bytes[at] == '\n' && (at == 0 || bytes[at - 1] != '\r');
    }
}
