package io.depository.dispatch;

import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import io.depository.outbox.Lanes;
import io.depository.outbox.Pause;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The last of the three steps: marks what was sent and lets go of the lanes; those that failed rest. */
@Component("settlement")
public class Settlement {

    private final Lanes lanes;
    private final MeterRegistry meters;
    private final BackOff backOff =
            new BackOff(() -> ThreadLocalRandom.current().nextLong());

    public Settlement(Lanes lanes, MeterRegistry meters) {
        this.lanes = lanes;
        this.meters = meters;
    }

    /**
     * Marks, in one transaction, and only what is still held.
     *
     * @return how many deliveries were marked
     */
    public int settle(Report report) {
        Map<Long, Attempt> deferred = report.attempts().stream()
                .filter(attempt -> attempt.outcome() == Attempt.Outcome.DEFERRED)
                .collect(Collectors.toMap(Attempt::delivery, Function.identity()));
        List<Pause> pauses = report.claim().loads().stream()
                .map(load -> pause(load, deferred))
                .flatMap(Optional::stream)
                .toList();
        int marked = lanes.settle(report.claim(), report.attempts(), pauses);
        count(report);
        return marked;
    }

    private Optional<Pause> pause(Claim.Load load, Map<Long, Attempt> deferred) {
        return load.deliveries().stream()
                .map(Delivery::id)
                .map(deferred::get)
                .filter(attempt -> attempt != null)
                .findFirst()
                .map(attempt -> new Pause(load.party(), backOff.after(load.failures()), attempt.answer()));
    }

    private void count(Report report) {
        String channel = report.claim().channel().wireName();
        report.attempts().stream()
                .collect(Collectors.groupingBy(Attempt::outcome, Collectors.counting()))
                .forEach((outcome, number) -> meters.counter(
                                "depository.outbox.attempts", "channel", channel, "outcome", outcome.wireName())
                        .increment(number));
    }
}
