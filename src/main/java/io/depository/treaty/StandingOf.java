package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a state stands on a day, and for how long.
 *
 * @param since the first day of it; null where it has always been so
 * @param until the first day on which it no longer holds, as far as the facts tell; null where they tell none
 * @param doubtful whether the signature of the state is in doubt and nobody has settled it
 */
public record StandingOf(
        Standing standing,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        boolean doubtful) {}
