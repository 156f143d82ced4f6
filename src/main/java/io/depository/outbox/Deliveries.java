package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of deliveries, for reading: what was sent to whom, when, by which channel, or what is wrong. */
public interface Deliveries {

    /**
     * Deliveries in the order in which they were put down.
     *
     * @param state only those in it; null for all
     * @param after the last id of the page before; 0 for the first page
     * @param limit at most so many
     */
    List<Line> list(@Nullable State state, long after, int limit);

    /**
     * Deliveries, the latest first.
     *
     * @param state only those in it; null for all
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit at most so many
     */
    List<Line> listLatest(@Nullable State state, long before, int limit);

    /** Lets a delivery that failed or came back be tried again, in the caller's transaction. Returns whether it had. */
    boolean retry(long id);

    /** How many wait, and for how long. */
    Figures figures();

    /** Where a delivery stands. */
    enum State {
        DUE("due"),
        SENT("sent"),
        FAILED("failed"),
        /** The recipient's mail server took it, and it came back: that state is not informed (VCLT 78(c)). */
        BOUNCED("bounced"),
        /** No channel is registered for the recipient: it goes as soon as one is. */
        NO_CHANNEL("no-channel");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /**
     * One line of the register of deliveries.
     *
     * @param type the letter's type, on the wire
     * @param number the circular's number; null for an acknowledgement
     * @param channel null while none is registered for the recipient, and so is the address
     * @param sentAt when the channel took it; null while it has not
     * @param answer what the other side said at the last attempt; null before the first
     */
    record Line(
            long id,
            String letter,
            String type,
            @Nullable String number,
            PartyCode party,
            @Nullable Channel channel,
            @Nullable String address,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String answer) {}

    /**
     * The outbox in numbers.
     *
     * @param undone circulars not yet addressed
     * @param withoutChannel circulars that wait for a channel of a recipient: that state is not informed (VCLT 78(c))
     * @param withoutDocument circulars that went without a document that could not be made
     * @param failed deliveries that failed for good, or came back
     * @param oldestDue when the delivery that waits longest was put down; null where none waits
     */
    record Figures(
            long undone,
            long due,
            long failed,
            long withoutChannel,
            long withoutDocument,
            @Nullable Instant oldestDue) {}
}
