package io.depository.routing;

import io.depository.treaty.PartyCode;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that was taken from a party's folder.
 *
 * @param party whose folder it was in
 * @param slot the folder of its own that it lies in now; its name is unique for ever
 * @param name its name as the sender wrote it; text only, never part of a path
 * @param receivedAt the legal instant of receipt
 * @param content its bytes
 */
record IncomingFile(PartyCode party, Path slot, String name, Instant receivedAt, RawContent content) {}
