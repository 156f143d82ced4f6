package io.depository.dispatch;

import io.depository.outbox.Appetite;
import io.depository.outbox.Claim;
import io.depository.outbox.Lanes;
import io.depository.parties.Channel;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first of the three steps: what each channel takes at once. */
@Component("claims")
public class Claims {

    /** One session, one commit; and one fsync a folder. */
    private static final Appetite BATCH = new Appetite(16, 200, Duration.ofMinutes(5));

    /** One letter a connection: a server that hangs holds up one recipient, and no timeouts add up. */
    private static final Appetite SINGLE = new Appetite(1, 1, Duration.ofMinutes(10));

    private final Lanes lanes;
    private volatile boolean closing;

    public Claims(Lanes lanes) {
        this.lanes = lanes;
    }

    /** From now on nothing more is taken on: what is due stays due, and the routes come to their end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    public Claim claimJms() {
        return claim(Channel.JMS, BATCH);
    }

    public Claim claimFile() {
        return claim(Channel.FILE, BATCH);
    }

    public Claim claimMail() {
        return claim(Channel.MAIL, SINGLE);
    }

    private Claim claim(Channel channel, Appetite appetite) {
        return closing ? Claim.none(channel) : lanes.claim(channel, appetite);
    }

    /** Frees what processes that have ended were holding. */
    public int releaseOrphans() {
        return lanes.releaseOrphans();
    }
}
