package io.depository.routing;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of the folder that a taken file lies in. It carries what a rename destroys, so that a crash between taking
 * and storing moves no date: the legal instant, and the file's inode, size and mtime by which it is known again.
 *
 * @param receivedAt the legal instant of receipt
 * @param random what makes it unique for ever
 */
record SlotName(Instant receivedAt, long inode, long size, long modifiedNanos, String random) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,19})-(\\d{1,19})-(\\d{1,19})-(-?\\d{1,19})-([0-9a-f]{16})");
    private static final long BILLION = 1_000_000_000L;

    static SlotName of(Instant receivedAt, FileState state, long random) {
        return new SlotName(
                receivedAt,
                state.inode(),
                state.size(),
                FileState.nanos(state.modifiedAt()),
                HexFormat.of().toHexDigits(random));
    }

    static Optional<SlotName> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long received = Long.parseLong(matcher.group(1));
            return Optional.of(new SlotName(
                    Instant.ofEpochSecond(received / BILLION, received % BILLION),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)),
                    Long.parseLong(matcher.group(4)),
                    matcher.group(5)));
        } catch (NumberFormatException e) {
            // Nineteen digits can exceed a long: no slot of ours has such a name.
            return Optional.empty();
        }
    }

    /** Whether the file is still the one that was taken, with the content that was seen. */
    boolean names(FileState state) {
        return inode == state.inode() && size == state.size() && modifiedNanos == FileState.nanos(state.modifiedAt());
    }

    @Override
    public String toString() {
        return FileState.nanos(receivedAt) + "-" + inode + "-" + size + "-" + modifiedNanos + "-" + random;
    }
}
