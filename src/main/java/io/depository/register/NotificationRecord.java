package io.depository.register;

import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.treaty.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a notification, for ever. Evidence, attachments and contact data are in it by their digests
 * only, so that the list can be open to all. Instants are cut to the microsecond.
 *
 * @param index the entry's own
 * @param recordedAt the append's
 * @param rules by what rules it was decided
 * @param arrived how and when it came
 * @param warnings remarks on it; only their codes are recorded
 * @param effects what followed in law, as announced
 * @param corrects effects as they had been told before, where this act changes them
 * @param noticedOn the day, in the agreement's zone, on which the states are told of it; null in records from before it
 *     was kept
 * @param reviews who of the staff approved it, and why, in order; empty where nobody had to
 */
public record NotificationRecord(
        long index,
        Instant recordedAt,
        Rules rules,
        Notification notification,
        Arrived arrived,
        Voucher voucher,
        List<Finding> warnings,
        List<Effect> effects,
        List<Effect> corrects,
        @Nullable LocalDate noticedOn,
        List<Review> reviews) {

    public NotificationRecord {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        warnings = List.copyOf(warnings);
        effects = List.copyOf(effects);
        corrects = List.copyOf(corrects);
        reviews = List.copyOf(reviews);
    }

    /**
     * The version of the agreement and the way of counting time that were applied.
     *
     * @param agreementDigest SHA-256 of the agreement's file, lower-case hex
     * @param convention name of the counting convention
     */
    public record Rules(String agreementDigest, String convention) {}

    /**
     * How it came.
     *
     * @param channel wire name of the channel
     * @param receivedAt the legal instant of receipt
     * @param receivedOn the legal date of receipt
     * @param sha256 of the exact bytes that came, lower-case hex
     * @param notificationSha256 of the notification's bytes, lower-case hex
     */
    public record Arrived(
            String channel, Instant receivedAt, LocalDate receivedOn, String sha256, String notificationSha256) {

        public Arrived {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** The record, version 1: JSON in a fixed order, UTF-8, without white space. */
    public byte[] toBytes() {
        return RecordWriter.notification(this);
    }
}
