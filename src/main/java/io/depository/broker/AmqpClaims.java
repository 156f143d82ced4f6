package io.depository.broker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.jspecify.annotations.Nullable;

/** What an AMQP 1.0 message claims that only the broker may say: in application properties, annotations and user id. */
final class AmqpClaims {

    private static final SimpleString USER_ID = SimpleString.of("JMSXUserID");
    private static final Set<String> REFUSED_ANNOTATIONS =
            Set.of("x-opt-ingress-time", "x-opt-delivery-time", "x-opt-delivery-delay");

    private AmqpClaims() {}

    /** The objection to a message that was sent over AMQP, where there is one. */
    static Optional<String> objectionTo(AMQPMessage message, @Nullable String account) {
        return CoreClaims.objectionTo(message.getPropertyNames())
                .or(() -> objectionToUser(message, account))
                .or(() -> objectionToAnnotations(message.getMessageAnnotations()))
                .or(() -> objectionToForm(message));
    }

    private static Optional<String> objectionToUser(AMQPMessage message, @Nullable String account) {
        Object userId = message.getAMQPUserID();
        if (userId != null && !userId.equals(account)) {
            return Optional.of("its user-id is not the account's");
        }
        if (message.containsProperty(USER_ID)) {
            return Optional.of("its property JMSXUserID belongs to the broker");
        }
        return Optional.empty();
    }

    private static Optional<String> objectionToAnnotations(@Nullable MessageAnnotations annotations) {
        if (annotations == null || annotations.getValue() == null) {
            return Optional.empty();
        }
        Map<?, ?> values = annotations.getValue();
        return values.keySet().stream()
                .map(String::valueOf)
                .filter(AmqpClaims::isRefused)
                .findFirst()
                .map(name -> "its annotation " + name + " would move its time of receipt or its delivery");
    }

    private static boolean isRefused(String annotation) {
        return REFUSED_ANNOTATIONS.contains(annotation) || annotation.startsWith("_AMQ_");
    }

    /** Tries the conversion that a CORE recipient needs; the broker itself tries it on delivery only. */
    private static Optional<String> objectionToForm(AMQPMessage message) {
        try {
            message.toCore();
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("it cannot be turned into a JMS message (" + e + ")");
        }
    }
}
