package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows in law from a registered act, with its reason.
 *
 * @param kind what follows
 * @param party the state it concerns; null where it concerns the agreement as a whole
 * @param on the day it takes effect, from 00:00 in the agreement's zone; null while no date follows
 * @param article the number of the article that it follows from, bare ({@code "12"})
 * @param because the rule, the entries that counted and the arithmetic, in words
 * @param alternative the day under the other counting convention, where it differs
 * @param late true where a duty with a deadline was done after it
 * @param entry the register index of the act that it follows from; -1 in a dry run
 */
public record Effect(
        EffectKind kind,
        @Nullable PartyCode party,
        @Nullable LocalDate on,
        String article,
        Bilingual because,
        @Nullable LocalDate alternative,
        boolean late,
        long entry) {}
