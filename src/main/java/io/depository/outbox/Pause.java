package io.depository.outbox;

import io.depository.treaty.PartyCode;
import java.time.Instant;

/** A lane that shall rest, because its recipient could not be reached. */
public record Pause(PartyCode party, Instant notBefore, String cause) {

    public Pause {
        cause = Attempt.printable(cause);
    }
}
