package io.depository.examination;

import io.depository.correspondence.Outcome;
import io.depository.examination.Examination.Examined;
import io.depository.inbox.WorkState;
import io.depository.reading.Bounce;
import io.depository.register.Review;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision with the id of the acknowledgement that tells it.
 *
 * @param reviews who of the staff decided, and why; empty where a machine did
 */
record Ruling(Examined examined, Decision decision, String acknowledgement, List<Review> reviews) {

    private static final int NOBODY = 0;

    /** What people approved outweighs every signature: the same bytes again, however vouched for, are a repeat. */
    private static final int STAFF = 3;

    static Ruling of(Examined examined, Decision decision, List<Review> reviews) {
        return new Ruling(examined, decision, "ack-" + UUID.randomUUID(), reviews);
    }

    Prepared prepared() {
        return examined.prepared();
    }

    List<Decision.Registered> registered() {
        return decision instanceof Decision.Registered registered ? List.of(registered) : List.of();
    }

    /**
     * Who vouches for what was decided. What staff return leaves it where it was: what nobody vouched for never makes the
     * real notification a duplicate.
     */
    int weight() {
        boolean approved = !reviews.isEmpty() && decision instanceof Decision.Registered;
        return approved ? STAFF : prepared().reading().voucher().weight();
    }

    /** Whether channel or signature vouches for it, and so for its reference; what people think of it is not asked. */
    boolean isVouchedFor() {
        return prepared().reading().voucher().weight() > NOBODY;
    }

    boolean isDecidedHere() {
        return decision instanceof Decision.Returned
                || decision instanceof Decision.Held
                || decision instanceof Decision.Registered;
    }

    /** What the arrival reports to have come back, where it says nothing else. */
    Optional<Bounce> bounce() {
        return decision instanceof Decision.SetAside
                ? Optional.ofNullable(prepared().reading().bounce())
                : Optional.empty();
    }

    /** The letter that answers the arrival; null where none does. */
    @Nullable
    String answeredBy() {
        if (decision instanceof Decision.Repeat repeat) {
            return repeat.acknowledgement();
        }
        return isDecidedHere() ? acknowledgement : null;
    }

    WorkState stateAfter() {
        if (decision instanceof Decision.Repeat) {
            return WorkState.REPEAT;
        }
        if (decision instanceof Decision.SetAside) {
            return WorkState.SET_ASIDE;
        }
        return switch (outcomeOf(decision)) {
            case REGISTERED -> WorkState.REGISTERED;
            case UNDER_REVIEW -> WorkState.UNDER_REVIEW;
            case RETURNED -> WorkState.RETURNED;
        };
    }

    /** The outcome of a decision that is told by an acknowledgement of its own. */
    static Outcome outcomeOf(Decision decision) {
        if (decision instanceof Decision.Registered) {
            return Outcome.REGISTERED;
        }
        return decision instanceof Decision.Held ? Outcome.UNDER_REVIEW : Outcome.RETURNED;
    }
}
