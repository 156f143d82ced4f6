package io.depository.routing;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Takes the bytes of an arrival as they stream in: digest and number of all of them, and the bytes themselves up to the
 * channel's limit. Once that is exceeded only the first 64 KB are kept, so memory stays flat however much comes.
 */
final class ContentSink extends OutputStream {

    /** How much is kept of what is too large. */
    static final int HEAD = 64 * 1024;

    private static final int SMALLEST = 512;

    private final long limit;
    private final MessageDigest digest = sha256();
    private byte[] kept;
    private int length;
    private long size;

    /**
     * @param limit how many bytes the channel allows
     * @param expected how many are announced; only saves copying
     */
    ContentSink(long limit, long expected) {
        this.limit = limit;
        this.kept = new byte[(int) Math.max(SMALLEST, Math.min(limit, expected))];
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
        size += count;
        int wanted = size > limit ? Math.min(count, Math.max(0, HEAD - length)) : count;
        if (length + wanted > kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.min(Math.max(limit, HEAD), 2L * (length + wanted)));
        }
        System.arraycopy(bytes, offset, kept, length, wanted);
        length += wanted;
        if (size > limit && length > HEAD) {
            kept = Arrays.copyOf(kept, HEAD);
            length = HEAD;
        }
    }

    /** What came. To be asked once, after the last byte. */
    RawContent content() {
        boolean tooLarge = size > limit;
        byte[] bytes = length == kept.length ? kept : Arrays.copyOf(kept, length);
        return new RawContent(bytes, digest.digest(), size, tooLarge);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
