package io.depository.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a name, without following a link.
 *
 * @param regular whether it is a plain file: no link, folder, pipe, socket or device
 * @param inode its number
 * @param size its length in bytes
 * @param changedAt its ctime: set by the kernel at the last write or rename, and by nobody else
 * @param modifiedAt its mtime: the sender may set it
 */
record FileState(boolean regular, long inode, long size, Instant changedAt, Instant modifiedAt) {

    static FileState of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(
                path, "unix:isRegularFile,ino,size,ctime,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        return new FileState(
                value(attributes, "isRegularFile", Boolean.class),
                value(attributes, "ino", Number.class).longValue(),
                value(attributes, "size", Number.class).longValue(),
                value(attributes, "ctime", FileTime.class).toInstant(),
                value(attributes, "lastModifiedTime", FileTime.class).toInstant());
    }

    private static <T> T value(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name), name));
    }

    /**
     * Whether something was done to the file after its last write: a rename, as by a sender who writes elsewhere and
     * puts the whole file here. An empty file proves nothing.
     */
    boolean isChangedSinceLastWrite() {
        return size > 0 && !changedAt.equals(modifiedAt);
    }

    /** Whether the other is the same file with the same content, as far as the file system tells. */
    boolean hasContentOf(FileState other) {
        return inode == other.inode && size == other.size && modifiedAt.equals(other.modifiedAt);
    }

    static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
