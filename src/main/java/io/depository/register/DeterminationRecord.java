package io.depository.register;

import io.depository.treaty.Determination;
import io.depository.treaty.Effect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the register says of something that the depository determined, for ever.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param agreement id of the agreement
 * @param effects what follows now, as announced
 * @param corrects effects as they had been told before, where this changes them
 */
public record DeterminationRecord(
        long index,
        Instant recordedAt,
        String agreement,
        Determination determination,
        List<Effect> effects,
        List<Effect> corrects) {

    public DeterminationRecord {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        effects = List.copyOf(effects);
        corrects = List.copyOf(corrects);
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.determination(this);
    }
}
