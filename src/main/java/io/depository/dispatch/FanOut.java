package io.depository.dispatch;

import io.depository.outbox.FanOuts;
import io.depository.parties.Directory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Addresses circulars to all who must be told (VCLT 77(1)(e)), on every channel that they are registered for. */
@Component("fanOut")
public class FanOut {

    /** Some 1,600 deliveries for eleven states on three channels: a transaction of a tenth of a second. */
    private static final int CIRCULARS_AT_ONCE = 50;

    private final FanOuts fanOuts;
    private final Directory directory;
    private volatile boolean closing;

    public FanOut(FanOuts fanOuts, Directory directory) {
        this.fanOuts = fanOuts;
        this.directory = directory;
    }

    /** From now on nothing more is addressed: the routes come to their end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** @return how many circulars were addressed; 0 when none is left */
    public int spread() {
        return closing ? 0 : fanOuts.spread(CIRCULARS_AT_ONCE, directory::listChannels);
    }
}
