package io.depository.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification with all its legs: how it came, what was decided, by whom, and every letter and attempt to tell of it.
 *
 * @param decisions oldest first: where it was held, the decision of staff is the second one
 * @param letters the acknowledgements of these decisions, and the circulars of its entry
 * @param deliveries of these letters, acknowledgements only on the occasion of this arrival; never more than {@link
 *     Dossiers#MOST_DELIVERIES}
 */
public record Dossier(
        Inbox.Line line,
        Receipt receipt,
        List<Taken> decisions,
        List<Vote> votes,
        List<Sent> letters,
        List<Leg> deliveries) {

    public Dossier {
        decisions = List.copyOf(decisions);
        votes = List.copyOf(votes);
        letters = List.copyOf(letters);
        deliveries = List.copyOf(deliveries);
    }

    /** The deliveries of a letter. */
    public List<Leg> deliveriesOf(Sent letter) {
        return deliveries.stream()
                .filter(leg -> leg.letter().equals(letter.id()))
                .toList();
    }

    /**
     * How it came.
     *
     * @param account who the transport says sent it
     * @param sha256 of the exact bytes, lower-case hex
     * @param size their number
     * @param correlation what an answer refers to
     * @param evidence what else the transport said, as JSON
     * @param attempts how often its examination was begun
     * @param changedAt when its state last changed
     */
    public record Receipt(
            @Nullable String account,
            String sha256,
            long size,
            boolean tooLarge,
            @Nullable String correlation,
            String evidence,
            Instant storedAt,
            int attempts,
            Instant changedAt) {}

    /**
     * A decision.
     *
     * @param weight who vouches: 3 staff, 2 a signature, 1 the channel alone, 0 nobody
     * @param kid of the key that signed
     * @param entry index in the register; null where it made none
     * @param acknowledgement id of the letter that tells it
     */
    public record Taken(
            String outcome,
            int weight,
            @Nullable String kid,
            @Nullable Long entry,
            @Nullable String acknowledgement,
            Instant decidedAt) {}

    /** A letter, with its JSON as sent. */
    public record Sent(
            String id,
            String type,
            @Nullable String kind,
            @Nullable String number,
            byte[] body,
            Instant issuedAt) {}

    /** A letter on its way to one recipient by one channel, with every attempt. */
    public record Leg(
            long id,
            String letter,
            String party,
            @Nullable String channel,
            @Nullable String address,
            String state,
            @Nullable Instant sentAt,
            List<Try> tries) {

        public Leg {
            tries = List.copyOf(tries);
        }
    }

    /** One attempt. */
    public record Try(
            int number,
            Instant at,
            String outcome,
            @Nullable String answer) {}
}
