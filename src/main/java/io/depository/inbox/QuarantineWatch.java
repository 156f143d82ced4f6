package io.depository.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells staff of the quarantine: one message when it begins to fill, one when it is empty again. */
@Component
public class QuarantineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineWatch.class);

    private final Worklist worklist;
    private boolean reported;

    QuarantineWatch(Worklist worklist) {
        this.worklist = worklist;
    }

    /** Gives what is in quarantine another chance when the depository starts, for it may have been mended. */
    @EventListener(ApplicationReadyEvent.class)
    void retryAtStart() {
        int retried = worklist.retryAll();
        if (retried > 0) {
            LOG.info("{} arrivals left the quarantine for another try", retried);
        }
    }

    /** Looks, and says what has changed since the last look. */
    public synchronized void report() {
        long quarantined = worklist.quarantined();
        if (quarantined > 0 && !reported) {
            LOG.error(
                    "{} arrivals are in quarantine after faults of ours; their causes are in the inbox,"
                            + " and each can be retried",
                    quarantined);
        } else if (quarantined == 0 && reported) {
            LOG.info("The quarantine is empty again");
        }
        reported = quarantined > 0;
    }
}
