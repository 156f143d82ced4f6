package io.depository.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the register says of a change of its own signing key, for ever. The checkpoint of the append that holds it is the
 * last one that the old key signs; every later one is signed by the new key.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param from the verifier key that was used until then
 * @param to the verifier key that is used from then on
 */
public record KeyRotation(long index, Instant recordedAt, String from, String to) {

    public KeyRotation {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.keyRotation(this);
    }
}
