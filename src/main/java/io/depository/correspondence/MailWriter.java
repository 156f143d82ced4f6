package io.depository.correspondence;

import java.time.ZoneId;

/** Writes letters as mail. Safe for concurrent use. */
public final class MailWriter {

    private final ZoneId zone;

    /** @param zone the depository's, in which instants are told and the message is dated */
    public MailWriter(ZoneId zone) {
        this.zone = zone;
    }

    /** The complete message. */
    public byte[] render(MailDraft draft) {
        throw new UnsupportedOperationException("Not written yet in " + zone + ": " + draft.messageId());
    }
}
