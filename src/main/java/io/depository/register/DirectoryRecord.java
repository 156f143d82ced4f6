package io.depository.register;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the register says of a change that staff made to the directory, for ever.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param decision {@code key-registered}, {@code key-revoked} or {@code channels-changed}
 * @param party whose
 * @param details what changed, by name, in this order; nobody's e-mail address but its digest
 * @param reviews who decided, and why, in order
 */
public record DirectoryRecord(
        long index,
        Instant recordedAt,
        String decision,
        PartyCode party,
        Map<String, String> details,
        List<Review> reviews) {

    public DirectoryRecord {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        reviews = List.copyOf(reviews);
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.directory(this);
    }
}
