package io.depository.register;

import io.depository.notification.Heading;
import io.depository.register.NotificationRecord.Arrived;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the register says of a notification that staff returned after a review, for ever. It changes nothing in law; it
 * shows that people decided, who they were and why.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param heading what it was about
 * @param arrived how and when it came
 * @param reviews who returned it, and why, in order
 */
public record ReturnRecord(long index, Instant recordedAt, Heading heading, Arrived arrived, List<Review> reviews) {

    public ReturnRecord {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        reviews = List.copyOf(reviews);
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.returned(this);
    }
}
