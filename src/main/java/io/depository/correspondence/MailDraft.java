package io.depository.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter about to go out by mail. What kind of letter it is stands in its JSON.
 *
 * @param body the letter's JSON, attached byte for byte
 * @param paper the letter as PDF; null where there is none
 * @param days the days that it tells, as iCalendar; null where there are none
 * @param from the depository's own address ({@code notifications@depository.local})
 * @param to the one registered address that it goes to
 * @param messageId {@code <left@right>}, stable for the delivery, so that a letter sent twice is known for one
 * @param inReplyTo the Message-ID of the mail that is answered, as it came; null where none is. What cannot be a
 *     Message-ID is left out of the letter
 * @param date of the message: when the letter was issued
 */
public record MailDraft(
        byte[] body,
        byte @Nullable [] paper,
        byte @Nullable [] days,
        String from,
        String to,
        String messageId,
        @Nullable String inReplyTo,
        Instant date) {}
