package io.depository.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A person's part in a decision, as the register keeps it.
 *
 * @param by name of the account
 * @param at when it was recorded; cut to the microsecond
 * @param reason in that person's words
 */
public record Review(String by, Instant at, String reason) {

    public Review {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
