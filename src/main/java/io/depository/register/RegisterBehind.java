package io.depository.register;

/** The database has fewer entries than a checkpoint that was already given away: most likely an old backup. */
public final class RegisterBehind extends RegisterRefused {

    private static final long serialVersionUID = 1L;

    public RegisterBehind(long size, byte[] databaseRoot, Checkpoint kept) {
        super("The register has " + size + " entries (root " + RegisterForked.hex(databaseRoot)
                + "), but the checkpoint kept outside the"
                + " database was signed for " + kept.size() + " (root " + RegisterForked.hex(kept.root())
                + "). Restore the entries that are missing; nothing can be appended before.");
    }
}
