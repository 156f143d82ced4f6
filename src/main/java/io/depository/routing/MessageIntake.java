package io.depository.routing;

import io.depository.inbox.NewReceipt;
import io.depository.parties.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Stores messages from the parties' queues.
 *
 * <p><b>The legal time</b> is the broker's ingress timestamp. Where the broker gives none, or one later than the moment
 * at which the message was here, it is the moment at which it was received here, and the evidence says so.
 *
 * <p><b>The channel key</b> is {@code jms:<queue>:<broker's number>@<ingress>:<SHA-256>}. The broker numbers messages
 * itself and gives a redelivered one the same number and ingress time, so a message whose acknowledgement was lost is
 * stored once. JMSMessageID would not do: an AMQP client chooses it, and of two messages under one id the second would
 * go unanswered. The ingress time tells a broker's messages from those of a successor that counts from the beginning.
 */
@Component("messageIntake")
public final class MessageIntake {

    /** How far the broker's clock may run ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final IntakeDesk desk;

    MessageIntake(IntakeDesk desk) {
        this.desk = desk;
    }

    /** Stores the messages, all or (by throwing) none that may be acknowledged. */
    public void store(List<?> messages) {
        desk.store(messages.stream()
                .map(IncomingMessage.class::cast)
                .map(MessageIntake::receipt)
                .toList());
    }

    private static NewReceipt receipt(IncomingMessage message) {
        Map<String, String> evidence = new TreeMap<>();
        Instant enteredAt = message.enteredAt();
        boolean credible =
                enteredAt != null && !enteredAt.isAfter(message.takenAt().plus(SKEW));
        if (!credible) {
            evidence.put("receivedAtFrom", "receipt by the depository: no credible ingress timestamp, " + enteredAt);
        }
        evidence.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        evidence.put("durable", Boolean.toString(message.durable()));
        evidence.put("brokerId", Long.toString(message.brokerId()));
        RawContent content = message.content();
        return new NewReceipt(
                Channel.JMS,
                channelKey(message),
                message.party(),
                message.user(),
                content.kept(),
                content.digest(),
                content.size(),
                content.tooLarge(),
                credible && enteredAt != null ? enteredAt : message.takenAt(),
                message.messageId(),
                evidence);
    }

    private static String channelKey(IncomingMessage message) {
        Instant enteredAt = message.enteredAt();
        return "jms:" + message.queue()
                + ":" + message.brokerId()
                + "@" + (enteredAt == null ? "unknown" : enteredAt.toEpochMilli())
                + ":" + HexFormat.of().formatHex(message.content().digest());
    }
}
