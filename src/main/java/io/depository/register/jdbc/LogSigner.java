package io.depository.register.jdbc;

import io.depository.register.Checkpoint;
import io.depository.register.LogIdentity;
import io.depository.register.LogKeyRefused;
import io.depository.register.Verification;
import io.depository.register.note.KeyFile;
import io.depository.register.note.NoteSigner;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log's one key. Made at the very first start; afterwards its absence, or another in its place, stops the start. */
@Component
final class LogSigner {

    private final String name;
    private final NoteSigner signer;
    private final String verifierKey;

    LogSigner(JdbcClient database, LogIdentity identity) {
        name = identity.name();
        Optional<String> newest = new Checkpoints(database).newest();
        KeyFile file = new KeyFile(identity.keyFile());
        if (!file.exists()) {
            if (newest.isPresent() || Files.exists(identity.checkpointFile())) {
                throw new LogKeyRefused("Something is registered already, but its signing key is absent: "
                        + identity.keyFile() + ". Put the key back; a new one would begin another log.");
            }
            file.make();
        }
        signer = new NoteSigner(name, file.read());
        verifierKey = signer.verifierKey().encoded();
        newest.ifPresent(note -> verified(note, "the database"));
    }

    String verifierKey() {
        return verifierKey;
    }

    String name() {
        return name;
    }

    String sign(Checkpoint checkpoint) {
        return signer.sign(checkpoint.text());
    }

    /**
     * What the note says.
     *
     * @throws LogKeyRefused when this log did not sign it with this key
     */
    Checkpoint verified(String note, String where) {
        return Verification.checkpoint(note, verifierKey)
                .orElseThrow(() -> new LogKeyRefused("The newest checkpoint in " + where + " was not signed by "
                        + verifierKey + ", or was altered. Put back the key that this register was signed with: "
                        + note.strip()));
    }
}
