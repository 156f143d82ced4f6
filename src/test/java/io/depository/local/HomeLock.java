package io.depository.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one process to work in a home. The operating system gives it back when the process ends, however it ends,
 * so nothing is left over after a kill.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, and makes the folder where it is missing. Throws {@link HomeInUse} while somebody has it. */
    static HomeLock acquire(Path home) {
        Path file = home.resolve(".lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new HomeInUse(home, Files.readString(file).strip());
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The home " + home.toAbsolutePath() + " cannot be used", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another depository works in this home. */
    static final class HomeInUse extends RuntimeException {

        private static final long serialVersionUID = 1;

        HomeInUse(Path home, String holder) {
            super("Another depository (process " + holder + ") works in "
                    + home.toAbsolutePath().normalize()
                    + ". Stop it, or set DEPOSITORY_HOME to another folder."
                    + " / В этой папке уже работает другой депозитарий: остановите его или укажите другую папку.");
        }
    }
}
