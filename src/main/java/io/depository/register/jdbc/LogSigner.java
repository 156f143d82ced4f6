package io.depository.register.jdbc;

import io.depository.register.Checkpoint;
import io.depository.register.LogIdentity;
import io.depository.register.LogKey;
import io.depository.register.LogKeyRefused;
import io.depository.register.Verification;
import io.depository.register.note.KeyFile;
import io.depository.register.note.NoteSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The log's one key. Made at the very first start; afterwards its absence, or another in its place, stops the start. Where
 * the former key is given with a new one, the former signs until the change is registered.
 */
@Component
final class LogSigner {

    private final String name;
    private final LogKeys keys;
    private final NoteSigner own;

    /** The key that is being changed; null unless a change is to be registered. */
    private volatile @Nullable NoteSigner former;

    LogSigner(JdbcClient database, LogIdentity identity) {
        name = identity.name();
        keys = new LogKeys(database);
        Optional<String> newest = new Checkpoints(database).newest();
        KeyFile file = new KeyFile(identity.keyFile());
        if (!file.exists()) {
            boolean begun = newest.isPresent() || Files.exists(identity.checkpointFile());
            if (begun && !isThere(identity.formerKeyFile())) {
                throw new LogKeyRefused("Something is registered already, but its signing key is absent: "
                        + identity.keyFile() + ". Put the key back; a new one would begin another log.");
            }
            file.make();
        }
        own = new NoteSigner(name, file.read());
        former = newest.isEmpty() ? null : replaced(identity.formerKeyFile(), newest.get());
        requireInUse();
        newest.ifPresent(note -> verified(note, "the database"));
    }

    private void requireInUse() {
        String key = verifierKey();
        keys.changedTo().filter(current -> !current.equals(key)).ifPresent(current -> {
            throw new LogKeyRefused("The register's key was changed to " + current + ", and " + key
                    + " is not it. Start with the key that is in use.");
        });
    }

    private static boolean isThere(@Nullable Path keyFile) {
        return keyFile != null && new KeyFile(keyFile).exists();
    }

    /** The former key, if the register still goes by it. */
    private @Nullable NoteSigner replaced(@Nullable Path formerKeyFile, String newest) {
        if (formerKeyFile == null || !isThere(formerKeyFile)) {
            return null;
        }
        NoteSigner signer = new NoteSigner(name, new KeyFile(formerKeyFile).read());
        String key = signer.verifierKey().encoded();
        boolean inUse = keys.changedTo()
                .map(key::equals)
                .orElseGet(() -> Verification.checkpoint(newest, key).isPresent());
        return inUse && !key.equals(own.verifierKey().encoded()) ? signer : null;
    }

    /** The key that signs now. */
    String verifierKey() {
        NoteSigner replaced = former;
        return (replaced == null ? own : replaced).verifierKey().encoded();
    }

    /** The key that is to be changed to; empty unless a change is to be registered. */
    Optional<String> nextKey() {
        return former == null ? Optional.empty() : Optional.of(own.verifierKey().encoded());
    }

    /**
     * Called under the head's lock, before anything is signed.
     *
     * @param changedTo the key that the log's was last changed to; null where it never was
     * @throws LogKeyRefused when another node has changed the key meanwhile
     */
    void requireCurrent(@Nullable String changedTo) {
        if (changedTo != null && changedTo.equals(own.verifierKey().encoded())) {
            changed();
        } else if (changedTo != null && !changedTo.equals(verifierKey())) {
            throw new LogKeyRefused("The register's key was changed to " + changedTo + "; this process still has "
                    + verifierKey() + ". Start it again with the new key.");
        }
    }

    /** The change is registered, here or by another node: the new key signs from now on. */
    void changed() {
        former = null;
    }

    /** All keys of the log, the first one first. */
    List<LogKey> keys() {
        return keys.list(verifierKey());
    }

    String name() {
        return name;
    }

    String sign(Checkpoint checkpoint) {
        NoteSigner replaced = former;
        return (replaced == null ? own : replaced).sign(checkpoint.text());
    }

    /**
     * What the note says.
     *
     * @throws LogKeyRefused when this log did not sign it with its key, or with the one that it had at that size
     */
    Checkpoint verified(String note, String where) {
        return Verification.checkpoint(note, own.verifierKey().encoded())
                .or(() -> keys().stream()
                        .flatMap(key -> Verification.checkpoint(note, key.key())
                                .filter(says -> key.until() == null || says.size() <= key.until())
                                .stream())
                        .findFirst())
                .orElseThrow(() -> new LogKeyRefused("The newest checkpoint in " + where + " was not signed by "
                        + own.verifierKey().encoded()
                        + ", or was altered. Put back the key that this register was signed with, or name it as the"
                        + " former one where it is to be changed: " + note.strip()));
    }
}
