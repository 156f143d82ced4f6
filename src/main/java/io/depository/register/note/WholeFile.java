package io.depository.register.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes small files so that a crash leaves the old one or the new one, and never a part. */
public final class WholeFile {

    private WholeFile() {}

    /** Replaces the file; on disk when it returns. Readable by its owner only, where the file system knows owners. */
    public static void replace(Path path, byte[] content) throws IOException {
        Path file = path.toAbsolutePath();
        Path written = writeBeside(file, content);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        force(folderOf(file));
    }

    /** Writes a temporary file (mode 600) in the folder of that file, which is made when it is absent. */
    static Path writeBeside(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(folderOf(file));
        Path written = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(written);
            throw e;
        }
        return written;
    }

    static Path folderOf(Path absolute) {
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("No file: " + absolute);
        }
        return folder;
    }

    /** A rename is on disk only when the folder is. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
