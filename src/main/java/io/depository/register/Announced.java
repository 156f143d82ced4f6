package io.depository.register;

import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry announced when it was recorded.
 *
 * @param entry its index in the register
 * @param effects what followed in law, as announced
 * @param corrects effects as they had been told before, where this entry changes them
 */
public record Announced(long entry, Instant recordedAt, List<Told> effects, List<Told> corrects) {

    public Announced {
        effects = List.copyOf(effects);
        corrects = List.copyOf(corrects);
    }

    /**
     * An effect as a record keeps it.
     *
     * @param party the state it concerns; null where it concerns the agreement as a whole
     * @param on the day it takes effect, in the agreement's zone; null where no date followed
     * @param article the bare number of the article
     */
    public record Told(
            EffectKind kind,
            @Nullable PartyCode party,
            @Nullable LocalDate on,
            String article) {}
}
