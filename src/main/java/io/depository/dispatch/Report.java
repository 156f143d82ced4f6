package io.depository.dispatch;

import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import java.util.List;
import java.util.function.Function;

/** What came of a claim. Deliveries without an attempt were not tried: they stay due. */
public record Report(Claim claim, List<Attempt> attempts) {

    public Report {
        attempts = List.copyOf(attempts);
    }

    /** All of it arrived. */
    static Report allSent(Claim claim, Function<Delivery, String> answer) {
        return new Report(
                claim,
                claim.loads().stream()
                        .flatMap(load -> load.deliveries().stream())
                        .map(delivery -> new Attempt(delivery.id(), Attempt.Outcome.SENT, answer.apply(delivery)))
                        .toList());
    }

    /** Nothing arrived, for a reason that passes: the first letter of each lane was tried, and the rest wait for it. */
    static Report allDeferred(Claim claim, String cause) {
        return new Report(
                claim,
                claim.loads().stream()
                        .map(load -> load.deliveries().get(0))
                        .map(delivery -> new Attempt(delivery.id(), Attempt.Outcome.DEFERRED, cause))
                        .toList());
    }
}
