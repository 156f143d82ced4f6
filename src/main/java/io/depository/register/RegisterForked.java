package io.depository.register;

import java.util.HexFormat;

/** The database tells another history than a checkpoint that was already given away. */
public final class RegisterForked extends RegisterRefused {

    private static final long serialVersionUID = 1L;

    public RegisterForked(long size, byte[] databaseRoot, Checkpoint kept, String where) {
        super("At " + size + " entries the database's tree has the root " + hex(databaseRoot) + ", but " + where
                + " says " + hex(kept.root()) + " at " + kept.size()
                + ". The register was changed, or this is another depository's database; restore the right one.");
    }

    static String hex(byte[] root) {
        return HexFormat.of().formatHex(root);
    }
}
