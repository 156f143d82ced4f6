package io.depository.register;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who the log is, and where what must outlive its database is kept.
 *
 * @param name the depository's id: origin of the checkpoints and name of their key
 * @param keyFile the signing key (PKCS#8 PEM, Ed25519); made when it is absent and nothing is registered yet, or a former
 *     one is named
 * @param formerKeyFile the key to be changed for that one: the change is registered at the start, once
 * @param checkpointFile the newest checkpoint, outside the database
 */
public record LogIdentity(
        String name, Path keyFile, @Nullable Path formerKeyFile, Path checkpointFile) {}
