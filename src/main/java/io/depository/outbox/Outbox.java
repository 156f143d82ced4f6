package io.depository.outbox;

import java.util.List;

/** Where letters wait to be sent. Takes part in the caller's transaction and refuses to work without one. */
public interface Outbox {

    /** Keeps the letters; each circular is also put down for fan-out to its recipients. */
    void keep(List<Letter> letters);

    /** Whether a circular about that entry of the register is kept. */
    boolean hasCircular(long entry);

    /** Puts down acknowledgements for delivery on the channels that they answer. */
    void answer(List<Answer> answers);

    /**
     * Marks a letter that went by mail as come back, and keeps why. Passes over what is no letter of ours, or has not gone.
     *
     * @param messageId the Message-ID that it had, in angle brackets
     * @param reason what the reporting server says
     */
    void bounced(String messageId, String reason);
}
