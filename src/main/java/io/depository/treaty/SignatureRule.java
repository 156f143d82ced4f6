package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the agreement is signed after the day on which it was concluded. An agreement without this rule is no longer open for
 * signature; what staff then record is that a state signed it on the day on which it was signed.
 *
 * @param article the article's number, bare
 * @param openTo who may sign
 * @param until the last day on which it can be signed; null where there is none
 */
public record SignatureRule(
        String article, Circle openTo, @Nullable LocalDate until) {

    boolean isOpenOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
