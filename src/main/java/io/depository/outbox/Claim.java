package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.UUID;

/**
 * Lanes of one channel that a sender holds for a while, each with the oldest letters due on it. A lane is one recipient
 * on one channel: letters leave it in order, and one sender at a time holds it.
 *
 * @param token proves the hold; whoever lost it marks nothing
 */
public record Claim(Channel channel, UUID token, List<Load> loads) {

    public Claim {
        loads = List.copyOf(loads);
    }

    /** A claim of nothing. */
    public static Claim none(Channel channel) {
        return new Claim(channel, new UUID(0, 0), List.of());
    }

    public boolean isEmpty() {
        return loads.isEmpty();
    }

    /**
     * What is due on one lane, in the order in which it must leave.
     *
     * @param failures how many claims of this lane in a row did not end well before this one
     */
    public record Load(PartyCode party, int failures, List<Delivery> deliveries) {

        public Load {
            deliveries = List.copyOf(deliveries);
        }
    }
}
