package io.depository.routing;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the broker gave it, without the sender's properties.
 *
 * @param party whose queue it came to
 * @param queue the queue
 * @param brokerId the broker's own number of the message: chosen by the broker, never by a client; the same at each
 *     redelivery
 * @param enteredAt when the broker took it (its ingress timestamp); null where the broker does not say
 * @param takenAt when it was received here
 * @param user the account that the broker authenticated; null where it does not say (AMQP)
 * @param messageId the JMSMessageID that the sender knows it by; null where it has none
 * @param kind the type of its body
 * @param durable whether the sender had it kept on disk
 * @param content its body; empty where {@code kind} is unsupported, the encoded message where it is unreadable
 */
record IncomingMessage(
        PartyCode party,
        String queue,
        long brokerId,
        @Nullable Instant enteredAt,
        Instant takenAt,
        @Nullable String user,
        @Nullable String messageId,
        Kind kind,
        boolean durable,
        RawContent content) {

    /** The type of a message's body. */
    enum Kind {
        BYTES,
        TEXT,
        /** A message without body. */
        PLAIN,
        /** Serialized Java, a map or a stream of values: never opened. */
        UNSUPPORTED,
        /** A body that could not be taken out of its message, however often that was tried. */
        UNREADABLE
    }
}
