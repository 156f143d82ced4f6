package io.depository.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it lies in the mailbox.
 *
 * @param uidValidity the mailbox's UIDVALIDITY (RFC 3501)
 * @param uid its UID: with the UIDVALIDITY it names the mail for ever
 * @param internalDate when the server took it (INTERNALDATE); null where the server does not say
 * @param takenAt when it was fetched
 * @param content its raw bytes
 */
record IncomingMail(long uidValidity, long uid, @Nullable Instant internalDate, Instant takenAt, RawContent content) {}
