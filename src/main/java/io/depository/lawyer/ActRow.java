package io.depository.lawyer;

import io.depository.treaty.LegalFact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act as a file tells it.
 *
 * @param line the line on which it stands; it is the act's entry, too, so that reasons name acts by their lines
 * @param signed the day on which the state signed; null where the file does not say
 * @param recorded the day that the depositary recorded for what the act brings; null where the file does not say
 */
record ActRow(
        int line,
        LegalFact act,
        @Nullable LocalDate signed,
        @Nullable LocalDate recorded) {}
