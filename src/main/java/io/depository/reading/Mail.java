package io.depository.reading;

import io.depository.notification.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a MIME message holds that may be a notification.
 *
 * @param parts in the order of the message, already without those outside a signature where there is one
 * @param bounce which mail it reports to have come back; null where it reports none
 * @param defect why the message cannot be read; null where it can
 */
record Mail(
        Envelope envelope,
        List<Part> parts,
        @Nullable Bounce bounce,
        @Nullable Finding defect) {

    /**
     * A part that looks like a notification or is declared as one.
     *
     * @param content the bytes after transfer decoding, whatever character set is declared
     * @param declared whether its type or its name says JSON or JWS
     * @param ended whether it is the message's own body, to which the transport adds a last line break
     * @param cover the signatures under which it lies
     */
    record Part(byte[] content, boolean declared, boolean ended, Cover cover) {}
}
