package io.depository.reading;

/**
 * How many elements a BER encoding (X.690 §8.1) has, counted without building any of them: a structure of millions of
 * tiny elements would take up many times its own size.
 */
final class CmsSize {

    private static final int MOST_ELEMENTS = 200_000;
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1F;

    private CmsSize() {}

    /** Whether it can be taken apart within bounds. What is no BER may be either. */
    static boolean isBounded(byte[] ber) {
        int elements = 0;
        int at = 0;
        while (at < ber.length) {
            elements++;
            if (elements > MOST_ELEMENTS) {
                return false;
            }
            boolean constructed = (ber[at] & CONSTRUCTED) != 0;
            at = afterTag(ber, at);
            if (at >= ber.length) {
                return true; // cut off
            }
            int first = ber[at] & 0xFF;
            int octets = first > 0x80 ? first - 0x80 : 0;
            long length = first > 0x80 ? length(ber, at + 1, octets) : first == 0x80 ? 0 : first;
            at += 1 + octets;
            if (!constructed) {
                if (length > ber.length - (long) at) {
                    return true; // cut off
                }
                at += (int) length;
            }
        }
        return true;
    }

    private static int afterTag(byte[] ber, int at) {
        int next = at + 1;
        if ((ber[at] & HIGH_TAG) == HIGH_TAG) {
            while (next < ber.length && (ber[next] & 0x80) != 0) {
                next++;
            }
            next++;
        }
        return next;
    }

    private static long length(byte[] ber, int from, int octets) {
        long length = 0;
        for (int i = from; i < from + octets; i++) {
            length = i < ber.length && length <= Integer.MAX_VALUE ? (length << 8) | (ber[i] & 0xFF) : Long.MAX_VALUE;
        }
        return length;
    }
}
