package io.depository.dispatch;

import io.depository.outbox.Appetite;
import io.depository.outbox.Claim;
import io.depository.outbox.Lanes;
import io.depository.parties.Channel;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The first of the three steps: what each channel takes at once. */
@Component("claims")
public class Claims {

    /** One session, one commit; and one fsync a folder. */
    private static final Appetite BATCH = new Appetite(16, 200, Duration.ofMinutes(5));

    /** One letter a connection: a server that hangs holds up one recipient, and no timeouts add up. */
    private static final Appetite SINGLE = new Appetite(1, 1, Duration.ofMinutes(10));

    private final Lanes lanes;

    public Claims(Lanes lanes) {
        this.lanes = lanes;
    }

    public Claim claimJms() {
        return lanes.claim(Channel.JMS, BATCH);
    }

    public Claim claimFile() {
        return lanes.claim(Channel.FILE, BATCH);
    }

    public Claim claimMail() {
        return lanes.claim(Channel.MAIL, SINGLE);
    }

    /** Frees what processes that have ended were holding. */
    public int releaseOrphans() {
        return lanes.releaseOrphans();
    }
}
