package io.depository.register;

import java.nio.file.Path;

/**
 * Who the log is, and where what must outlive its database is kept.
 *
 * @param name the depository's id: origin of the checkpoints and name of their key
 * @param keyFile the signing key (PKCS#8 PEM, Ed25519); made when it is absent and nothing is registered yet
 * @param checkpointFile the newest checkpoint, outside the database
 */
public record LogIdentity(String name, Path keyFile, Path checkpointFile) {}
