package io.depository.register.jdbc;

import io.depository.register.Checkpoint;
import io.depository.register.LogIdentity;
import io.depository.register.RegisterBehind;
import io.depository.register.RegisterForked;
import io.depository.register.note.WholeFile;
import io.depository.register.tree.Frontier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the newest checkpoint in a file outside the database, and lets nobody append to a database that stands behind
 * or beside it. A file that stands behind the database is what a crash between commit and writing leaves: it is
 * consistent, and is caught up. Each node has a file of its own.
 */
@Component
final class CheckpointGuard {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointGuard.class);

    private final LogSigner signer;
    private final TreeNodes nodes;
    private final Path file;

    /** What the file says, or must say as soon as it can be written. */
    private @Nullable Signed kept;

    /** The database's tree when it was last found to agree with the file, or was appended to by this process. */
    private @Nullable Checkpoint agreed;

    private boolean owed;

    CheckpointGuard(JdbcClient database, LogSigner signer, LogIdentity identity) {
        this.signer = signer;
        this.nodes = new TreeNodes(database);
        this.file = identity.checkpointFile();
        this.kept = read();
    }

    private record Signed(String note, Checkpoint says) {}

    /**
     * Compares the database with the file, as far as it is not known already.
     *
     * @param frontier the tree as the database has it
     * @param note its checkpoint; null while it is empty
     */
    synchronized void check(Frontier frontier, @Nullable String note) {
        if (owed) {
            write();
        }
        byte[] root = frontier.root();
        if (agreed != null && agreed.agreesWith(frontier.size(), root)) {
            return;
        }
        Signed stored = note == null ? null : signed(note, "the database");
        if (stored != null && !stored.says().agreesWith(frontier.size(), root)) {
            throw new RegisterForked(frontier.size(), root, stored.says(), "its own checkpoint");
        }
        if (stored == null && frontier.size() > 0) {
            throw new IllegalStateException("The register has " + frontier.size()
                    + " entries and no checkpoint of that size. Restore the database.");
        }
        if (kept != null) {
            compare(frontier.size(), root, kept.says());
        }
        agreed = new Checkpoint(signer.name(), frontier.size(), root);
    }

    private void compare(long size, byte[] root, Checkpoint outside) {
        if (outside.size() > size) {
            throw new RegisterBehind(size, root, outside);
        }
        byte[] rootThen = outside.size() == size ? root : nodes.rootAt(outside.size());
        if (!Arrays.equals(rootThen, outside.root())) {
            throw new RegisterForked(outside.size(), rootThen, outside, "the checkpoint kept in " + file);
        }
    }

    /**
     * Keeps a checkpoint whose transaction is committed. Never throws for a file that cannot be written, for what is
     * committed stays; but nothing more is appended until it can.
     */
    synchronized void keep(String note, Checkpoint says) {
        if (kept != null && kept.says().size() >= says.size()) {
            return; // another thread, whose commit was later, was quicker
        }
        kept = new Signed(note, says);
        agreed = says;
        owed = true;
        try {
            write();
        } catch (UncheckedIOException e) {
            LOG.error("The register's newest checkpoint is not kept outside the database; nothing more is appended", e);
        }
    }

    /** Catches up with a database whose checkpoint was found to continue the one in the file. */
    synchronized void catchUp(String note) {
        if (kept == null) {
            LOG.warn("No checkpoint was kept in {}: the database is taken at its word this once", file);
        }
        keep(note, signer.verified(note, "the database"));
    }

    private void write() {
        if (kept == null) {
            return;
        }
        try {
            WholeFile.replace(file, kept.note().getBytes(StandardCharsets.UTF_8));
            owed = false;
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be kept in " + file, e);
        }
    }

    private @Nullable Signed read() {
        try {
            return Files.exists(file) ? signed(Files.readString(file), file.toString()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint kept outside the database cannot be read: " + file, e);
        }
    }

    private Signed signed(String note, String where) {
        return new Signed(note, signer.verified(note, where));
    }
}
