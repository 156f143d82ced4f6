package io.depository.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.activemq.artemis.protocol.amqp.proton.transaction.ProtonTransactionImpl;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the door of the broker and refuses a message by which its sender would say who sent it or when it came:
 * both are the broker's to say (the legal time of receipt is the broker's ingress timestamp, the account is the one that
 * may send to the queue). The broker overwrites such claims where the sender speaks CORE, but believes them where it
 * speaks AMQP 1.0.
 *
 * <p>Refused are:
 *
 * <ul>
 *   <li>properties that belong to the broker ({@code _AMQ_…}, {@code _hornetq…}, {@code JMS_AMQP…}, {@code
 *       NATIVE_MESSAGE_ID}), except those by which an ordinary client says how its message is carried;
 *   <li>a user id ({@code JMSXUserID}, AMQP {@code user-id}) other than the account's own;
 *   <li>scheduled delivery ({@code _AMQ_SCHED_DELIVERY}, {@code x-opt-delivery-time}, {@code x-opt-delivery-delay}):
 *       a message would lie hidden after its time of receipt;
 *   <li>a claimed time of receipt ({@code x-opt-ingress-time});
 *   <li>an AMQP message that cannot be turned into a JMS message: it would fail again and again at its recipient;
 *   <li>a message to one queue behind another address ({@code address::queue}), and one to a topic: nobody would get it;
 *   <li>a message of more than {@code maxBytes} (default 64 MB).
 * </ul>
 *
 * <p>A transaction must be committed within {@code maxOpenSeconds} (default 60), see {@link PromptCommit}. In a distributed
 * (XA) transaction nothing may be sent: once prepared it stays open for as long as its sender likes, over a restart too.
 *
 * <p>The sender gets an error and the message is not stored; in a transaction the commit fails. A small message that
 * is not durable is made durable, because a notification that reached the depository must not vanish with the broker.
 * For the same reason a duplicate id ({@code _AMQ_DUPL_ID}) is taken off: the broker would drop, and report as taken,
 * whatever else comes under it. What is the same is told by the bytes, see the inbox. Only the depository's own letters
 * ({@code correspondence.…}) keep theirs.
 *
 * <p>In {@code broker.xml}: {@code <broker-plugin class-name="io.depository.broker.IngressGuard"/>} with the jar of
 * classifier {@code broker-plugin} in the broker's {@code lib} folder.
 */
public final class IngressGuard implements ActiveMQServerPlugin {

    private static final long DEFAULT_MAX_BYTES = 64L * 1024 * 1024;

    private static final Duration DEFAULT_MAX_OPEN = Duration.ofMinutes(1);

    /** Where nobody but the depository may send. */
    private static final String OWN_LETTERS = "correspondence.";

    private long maxBytes = DEFAULT_MAX_BYTES;
    private Duration maxOpen = DEFAULT_MAX_OPEN;

    /**
     * Takes the plugin's settings.
     *
     * @param properties {@code maxBytes}: the size above which a message is refused; {@code maxOpenSeconds}: how long a
     *     transaction may stay open after a message was sent in it
     */
    @Override
    public void init(Map<String, String> properties) {
        maxBytes = Long.parseLong(properties.getOrDefault("maxBytes", String.valueOf(DEFAULT_MAX_BYTES)));
        maxOpen = Duration.ofSeconds(Long.parseLong(
                properties.getOrDefault("maxOpenSeconds", String.valueOf(DEFAULT_MAX_OPEN.toSeconds()))));
    }

    @Override
    public void beforeSend(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        Optional<String> objection = objectionTo(transaction).or(() -> objectionTo(message, session.getUsername()));
        if (objection.isPresent()) {
            refuse(session, transaction, message, objection.get());
        }
        if (!message.isLargeMessage() && !message.isDurable()) {
            message.setDurable(true);
        }
        takeOffDuplicateId(message);
        if (transaction != null) {
            transaction.addOperation(new PromptCommit(maxOpen));
        }
    }

    private static void takeOffDuplicateId(Message message) {
        String address = message.getAddress();
        if (address != null && address.startsWith(OWN_LETTERS)) {
            return;
        }
        Object taken = message.removeProperty(Message.HDR_DUPLICATE_DETECTION_ID);
        if (taken != null && message instanceof AMQPMessage && !message.isLargeMessage()) {
            message.reencode();
        }
    }

    /** Over AMQP every transaction has such an id, and none can be prepared. */
    private static Optional<String> objectionTo(@Nullable Transaction transaction) {
        boolean distributed =
                transaction != null && transaction.getXid() != null && !(transaction instanceof ProtonTransactionImpl);
        return distributed ? Optional.of("it is sent in a distributed (XA) transaction") : Optional.empty();
    }

    private Optional<String> objectionTo(Message message, @Nullable String account) {
        if (message.getWholeMessageSize() > maxBytes) {
            return Optional.of("it is larger than " + maxBytes + " bytes");
        }
        String address = message.getAddress();
        if (address != null && CompositeAddress.isFullyQualified(address)) {
            return Optional.of("it names a queue behind an address (" + address + ")");
        }
        if (message.getRoutingType() == RoutingType.MULTICAST) {
            return Optional.of("it is sent to a topic, not to a queue");
        }
        if (message instanceof AMQPMessage amqp) {
            return AmqpClaims.objectionTo(amqp, account);
        }
        return CoreClaims.objectionTo(message);
    }

    private static void refuse(
            ServerSession session, @Nullable Transaction transaction, Message message, String objection)
            throws ActiveMQException {
        ActiveMQException refusal = new ActiveMQException(
                "The depository's broker refuses this message of account " + session.getUsername() + ": " + objection
                        + ". Send it without that.",
                ActiveMQExceptionType.ILLEGAL_STATE);
        if (transaction != null) {
            transaction.markAsRollbackOnly(refusal);
        }
        if (message instanceof LargeServerMessage large && !(message instanceof AMQPMessage)) {
            removeBody(large, refusal);
        }
        throw refusal;
    }

    /** The body of a large CORE message lies on the disk already, and nobody else would remove it. */
    private static void removeBody(LargeServerMessage large, ActiveMQException refusal) {
        try {
            large.deleteFile();
        } catch (Exception e) {
            refusal.addSuppressed(e);
        }
    }
}
