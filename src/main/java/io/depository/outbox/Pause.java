package io.depository.outbox;

import io.depository.treaty.PartyCode;
import java.time.Duration;

/**
 * A lane that shall rest, because its recipient could not be reached.
 *
 * @param rest for how long, from when it is settled
 */
public record Pause(PartyCode party, Duration rest, String cause) {

    public Pause {
        cause = Attempt.printable(cause);
    }
}
