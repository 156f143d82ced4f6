package io.depository.broker;

import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;

/** What the properties of a message claim that only the broker may say. */
final class CoreClaims {

    /**
     * By these an ordinary client says how its message is carried; none of them moves account or time. The duplicate id
     * is taken off later.
     */
    private static final Set<String> ORDINARY = Set.of(
            Message.HDR_ROUTING_TYPE.toString(),
            Message.HDR_DUPLICATE_DETECTION_ID.toString(),
            Message.HDR_LARGE_BODY_SIZE.toString(),
            Message.HDR_GROUP_ID.toString(),
            Message.HDR_GROUP_SEQUENCE.toString(),
            Message.HDR_CONTENT_TYPE.toString());

    /** By such a property the CORE client knows a message of its own, and hands it to nobody. */
    private static final String HORNETQ = "_hornetq";

    private CoreClaims() {}

    /** The objection to a message that was sent over CORE, where there is one. */
    static Optional<String> objectionTo(Message message) {
        return objectionTo(message.getPropertyNames());
    }

    static Optional<String> objectionTo(Set<SimpleString> names) {
        return names.stream()
                .map(SimpleString::toString)
                .filter(CoreClaims::belongsToTheBroker)
                .findFirst()
                .map(name -> "its property " + name + " belongs to the broker");
    }

    private static boolean belongsToTheBroker(String name) {
        if (name.startsWith("_AMQ_")) {
            return !ORDINARY.contains(name);
        }
        if (name.regionMatches(true, 0, HORNETQ, 0, HORNETQ.length())) {
            return true;
        }
        return name.startsWith("JMS_AMQP") || name.equals("NATIVE_MESSAGE_ID");
    }
}
