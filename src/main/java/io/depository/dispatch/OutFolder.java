package io.depository.dispatch;

import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open folder {@code <drop>/<PARTY>/out}. Every step is taken from a folder already open and follows no link, so
 * nothing that a party puts in its place leads out of the drop.
 */
final class OutFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutFolder.class);
    private static final Path OUT = Path.of("out");
    private static final String UNFINISHED = ".part";

    /** No write takes so long: what is older was left by a process that ended. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final SecureDirectoryStream<Path> folder;

    private OutFolder(SecureDirectoryStream<Path> folder) {
        this.folder = folder;
    }

    static OutFolder open(Path drop, PartyCode party) throws IOException {
        try (SecureDirectoryStream<Path> root = secure(Files.newDirectoryStream(drop), drop);
                SecureDirectoryStream<Path> own =
                        root.newDirectoryStream(Path.of(party.value()), LinkOption.NOFOLLOW_LINKS)) {
            return new OutFolder(own.newDirectoryStream(OUT, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream, Path path) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new FileSystemException(
                path.toString(), null, "this file system cannot be walked without following links");
    }

    /** Writes the file beside, to the disk, and then names it; one of the same name is replaced. */
    void write(String name, byte[] content) throws IOException {
        Path unfinished = Path.of("." + name + "." + UUID.randomUUID() + UNFINISHED);
        boolean named = false;
        try {
            try (SeekableByteChannel file = folder.newByteChannel(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                ((FileChannel) file).force(true);
            }
            folder.move(unfinished, folder, Path.of(name));
            named = true;
        } finally {
            if (!named) {
                deleteIfThere(unfinished);
            }
        }
    }

    private void deleteIfThere(Path unfinished) throws IOException {
        try {
            folder.deleteFile(unfinished);
        } catch (NoSuchFileException e) {
            LOG.debug("Nothing to remove: {}", e.getMessage());
        }
    }

    /** Puts the names themselves on disk. */
    void force() throws IOException {
        try (SeekableByteChannel self = folder.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
            ((FileChannel) self).force(true);
        }
    }

    /** Removes what was left unfinished by a process that ended; what is younger may be another one's work. */
    void sweep(Instant now) throws IOException {
        FileTime limit = FileTime.from(now.minus(LEFT_OVER));
        for (Path path : folder) {
            Path name = path.getFileName();
            if (name.toString().endsWith(UNFINISHED) && lastModified(name).compareTo(limit) < 0) {
                deleteIfThere(name);
            }
        }
    }

    private FileTime lastModified(Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .lastModifiedTime();
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
