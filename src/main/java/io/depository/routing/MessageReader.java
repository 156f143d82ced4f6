package io.depository.routing;

import static org.apache.activemq.artemis.api.core.FilterConstants.NATIVE_MESSAGE_ID;

import io.depository.routing.IncomingMessage.Kind;
import io.depository.treaty.PartyCode;
import io.netty.buffer.ByteBuf;
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

/** Reads what a CORE message says, and streams its body. Nothing of it is interpreted. For one thread, its queue's. */
final class MessageReader {

    /** A body that cannot be read is tried this often. */
    private static final int FAILURES_OF_UNREADABLE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

    private record Body(Kind kind, RawContent content) {}

    private final PartyCode party;
    private final String queue;
    private final long limit;
    private final Clock clock;

    private long unreadable = Long.MIN_VALUE;
    private int failures;

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

    /**
     * The body. What the broker or its connection fails at ({@link ActiveMQException}, {@link IOException}), and whatever
     * fails at a large message, which streams uninterpreted, is no fault of the message: it is told, and the message comes
     * again, however often. Only a regular message, which is here whole and yet cannot be taken apart, is stored as the
     * broker holds it once it failed several times, so that it does not block what is behind it.
     */
    private Body body(ClientMessage message) throws ActiveMQException, IOException {
        Kind kind = kind(message);
        try {
            return new Body(kind, content(message, kind));
        } catch (RuntimeException e) {
            if (message.isLargeMessage() || failures(message.getMessageID()) < FAILURES_OF_UNREADABLE) {
                throw e;
            }
            LOG.error(
                    "Message {} of {} is stored as the broker holds it: its body cannot be read",
                    message.getMessageID(),
                    queue,
                    e);
            return new Body(Kind.UNREADABLE, asHeld(message));
        }
    }

    /**
     * How often its body failed to be read here. The broker's count of deliveries would not do: it grows whenever
     * anything is given back, as while the database is away.
     */
    private int failures(long brokerId) {
        failures = brokerId == unreadable ? failures + 1 : 1;
        unreadable = brokerId;
        return failures;
    }

    /** The encoded message, headers included: what its sender's body is in it nobody can tell. */
    private RawContent asHeld(ClientMessage message) {
        ByteBuf held = message.getBuffer();
        byte[] bytes = new byte[held.writerIndex()];
        held.getBytes(0, bytes);
        ContentSink sink = new ContentSink(limit, bytes.length);
        sink.write(bytes, 0, bytes.length);
        return sink.content();
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
