package io.depository.routing;

import io.depository.inbox.Intake;
import io.depository.inbox.NewReceipt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Hands arrivals of any channel to the inbox, so that one which the database refuses cannot hold up the others: then
 * they are stored one by one, and the refused one without what the transport said of it. When it returns, all are
 * stored; when it throws (the database is away), the transport must be told of none.
 */
@Component
final class IntakeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);

    private final Intake intake;

    IntakeDesk(Intake intake) {
        this.intake = intake;
    }

    void store(List<NewReceipt> arrivals) {
        try {
            intake.store(arrivals);
        } catch (DataIntegrityViolationException e) {
            LOG.warn("A batch of {} is stored one by one: the database refused it", arrivals.size(), e);
            arrivals.forEach(this::storeAlone);
        }
    }

    private void storeAlone(NewReceipt arrival) {
        try {
            intake.store(List.of(arrival));
        } catch (DataIntegrityViolationException e) {
            LOG.error("{} is stored without its evidence: the database refused it", arrival.channelKey(), e);
            intake.store(List.of(bare(arrival, e)));
        }
    }

    private static NewReceipt bare(NewReceipt arrival, DataIntegrityViolationException cause) {
        Map<String, String> evidence = new TreeMap<>();
        evidence.put(
                "withoutEvidence", String.valueOf(cause.getMostSpecificCause().getMessage()));
        return new NewReceipt(
                arrival.channel(),
                arrival.channelKey(),
                arrival.channelParty(),
                null,
                arrival.content(),
                arrival.digest(),
                arrival.size(),
                arrival.tooLarge(),
                arrival.receivedAt(),
                null,
                evidence);
    }
}
