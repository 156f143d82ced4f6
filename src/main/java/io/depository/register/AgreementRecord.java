package io.depository.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the register says of an agreement: the exact bytes of its file.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param id of the agreement
 * @param content the file
 */
public record AgreementRecord(long index, Instant recordedAt, String id, byte[] content) {

    public AgreementRecord {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.agreement(this);
    }
}
