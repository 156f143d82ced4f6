package io.depository.routing;

import static org.apache.activemq.artemis.api.core.FilterConstants.NATIVE_MESSAGE_ID;

import io.depository.routing.IncomingMessage.Kind;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQPropertyConversionException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a CORE message says, and streams its body. Nothing of it is interpreted. */
final class MessageReader {

    /** A body that cannot be read is tried this often: most such faults are the broker's, and pass. */
    private static final int DELIVERIES_OF_UNREADABLE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

    private record Body(Kind kind, RawContent content) {}

    private final PartyCode party;
    private final String queue;
    private final long limit;
    private final Clock clock;

    MessageReader(PartyCode party, String queue, long limit, Clock clock) {
        this.party = party;
        this.queue = queue;
        this.limit = limit;
        this.clock = clock;
    }

    IncomingMessage read(ClientMessage message) throws ActiveMQException, IOException {
        Body body = body(message);
        return new IncomingMessage(
                party,
                queue,
                message.getMessageID(),
                enteredAt(message),
                clock.instant(),
                message.getValidatedUserID(),
                messageId(message),
                body.kind(),
                message.isDurable(),
                body.content());
    }

    /** The body; where it cannot be had after several deliveries, none, so that it does not block what is behind it. */
    private Body body(ClientMessage message) throws ActiveMQException, IOException {
        Kind kind = kind(message);
        try {
            return new Body(kind, content(message, kind));
        } catch (ActiveMQException | IOException | RuntimeException e) {
            if (message.getDeliveryCount() < DELIVERIES_OF_UNREADABLE) {
                throw e;
            }
            LOG.error(
                    "Message {} of {} is stored without its body, which cannot be read",
                    message.getMessageID(),
                    queue,
                    e);
            return new Body(Kind.UNREADABLE, new ContentSink(limit, 0).content());
        }
    }

    private RawContent content(ClientMessage message, Kind kind) throws ActiveMQException, IOException {
        if (kind == Kind.UNSUPPORTED) {
            return new ContentSink(limit, 0).content();
        }
        ContentSink sink = new ContentSink(limit, message.getBodySize());
        if (kind == Kind.TEXT) {
            try (CoreTextDecoder decoder = new CoreTextDecoder(sink)) {
                message.saveToOutputStream(decoder);
            }
        } else {
            message.saveToOutputStream(sink);
        }
        return sink.content();
    }

    private static Kind kind(ClientMessage message) {
        return switch (message.getType()) {
            case Message.BYTES_TYPE -> Kind.BYTES;
            case Message.TEXT_TYPE -> Kind.TEXT;
            case Message.DEFAULT_TYPE -> Kind.PLAIN;
            default -> Kind.UNSUPPORTED;
        };
    }

    private static @Nullable Instant enteredAt(ClientMessage message) {
        try {
            Long milliseconds = message.getIngressTimestamp();
            return milliseconds == null || milliseconds <= 0 ? null : Instant.ofEpochMilli(milliseconds);
        } catch (ActiveMQPropertyConversionException e) {
            // A broker that stamps overwrites what a client wrote there: this one does not stamp.
            return null;
        }
    }

    /** Over AMQP the broker makes up a CORE id at each delivery; the sender's own is beside it. */
    private static @Nullable String messageId(ClientMessage message) {
        Object sendersOwn = message.getObjectProperty(NATIVE_MESSAGE_ID);
        if (sendersOwn != null) {
            return sendersOwn.toString();
        }
        return message.getUserID() == null ? null : "ID:" + message.getUserID();
    }
}
