package io.depository.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Takes the bytes of an arrival as they stream in: digest and number of all of them, and the bytes themselves up to the
 * channel's limit. Once that is exceeded only the first 64 KB are kept, so memory stays flat however much comes. Of a
 * stream no more than the first gigabyte is read, so that nobody's arrival keeps back the others' for hours.
 */
final class ContentSink extends OutputStream {

    /** How much is kept of what is too large. */
    static final int HEAD = 64 * 1024;

    /** How much is read, and digested, of what has no end in sight. */
    static final long MOST_READ = 1L << 30;

    private static final int SMALLEST = 512;
    private static final int CHUNK = 64 * 1024;

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
        return content(size);
    }

    /**
     * What comes from the stream, read to its end or to {@link #MOST_READ}, whichever is sooner. To be asked once, of a new
     * sink.
     *
     * @param announced how long it is said to be; counts where it was not read to its end
     */
    RawContent contentOf(InputStream stream, long announced) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (read >= 0 && size < MOST_READ) {
            write(chunk, 0, read);
            read = stream.read(chunk, 0, (int) Math.min(CHUNK, MOST_READ - size));
        }
        return content(read < 0 ? size : Math.max(size, announced));
    }

    private RawContent content(long whole) {
        byte[] bytes = length == kept.length ? kept : Arrays.copyOf(kept, length);
        return new RawContent(bytes, digest.digest(), whole, whole > limit, size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
