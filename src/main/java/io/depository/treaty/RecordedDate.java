package io.depository.treaty;

import java.time.LocalDate;

/**
 * A day that the depository recorded in place of the one that is counted: what is recorded beats what is computed, and both
 * are kept.
 *
 * @param entry index of its entry in the register; of two about the same, the later entry counts
 * @param kind what takes effect on it: {@link EffectKind#ENTRY_INTO_FORCE}, {@link
 *     EffectKind#ENTRY_INTO_FORCE_FOR_PARTY} or {@link EffectKind#WITHDRAWAL_EFFECTIVE}
 * @param of the entry of the act whose effect is dated; {@link #GENERAL} for general entry into force
 * @param on the day
 * @param reason why it is another one, in words
 * @param author who recorded it
 */
public record RecordedDate(long entry, EffectKind kind, long of, LocalDate on, Bilingual reason, String author)
        implements Determination {

    /** Stands for no act in particular. */
    public static final long GENERAL = -1;

    public RecordedDate {
        boolean dated = kind == EffectKind.ENTRY_INTO_FORCE
                || kind == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY
                || kind == EffectKind.WITHDRAWAL_EFFECTIVE;
        if (!dated || (kind == EffectKind.ENTRY_INTO_FORCE) != (of == GENERAL)) {
            throw new IllegalArgumentException("No day can be recorded for " + kind.wireName() + " of entry " + of);
        }
    }
}
