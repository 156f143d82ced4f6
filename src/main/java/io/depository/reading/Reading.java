package io.depository.reading;

import io.depository.notification.Draft;
import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.notification.Notification;
import io.depository.notification.Voucher;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read from the bytes that came. Never decides: a reading has findings of form and of signature only.
 *
 * @param heading who speaks of what, as far as it could be read
 * @param draft what of it is well-formed, for the rules; null where a finding stands alone
 * @param notification the notification; null where there is any error
 * @param notificationBytes the JSON or JWS as taken out of its envelope; null where none was found
 * @param payload the exact JSON bytes (of the JWS's payload, or the same as {@code notificationBytes}); null where none
 * @param voucher who vouches
 * @param signer whose key made the signature, where its {@code kid} is registered for anybody, even if the signature
 *     does not count (revoked, wrong); null otherwise
 * @param validSigner whose valid signature it bears, whoever the channel and the text say it is: whom to answer; null
 *     where no signature counts. It vouches only where {@code voucher} says so
 * @param doubt why a signature with which nothing is wrong vouches for nothing; null where there is no such doubt
 * @param errors defects of form and signature, in the order found; more may follow from the rules
 * @param warnings remarks that refuse nothing
 * @param automatic whether a mail announces itself as automatic, bulk, a list's or a bounce (RFC 3834)
 * @param messageId the Message-ID of a mail, for In-Reply-To; null elsewhere
 * @param subject the decoded subject of a mail; null elsewhere
 * @param bounce which mail a mail without a notification reports to have come back; null where it reports none
 */
public record Reading(
        Heading heading,
        @Nullable Draft draft,
        @Nullable Notification notification,
        byte @Nullable [] notificationBytes,
        byte @Nullable [] payload,
        Voucher voucher,
        @Nullable PartyCode signer,
        @Nullable PartyCode validSigner,
        @Nullable Bilingual doubt,
        List<Finding> errors,
        List<Finding> warnings,
        boolean automatic,
        @Nullable String messageId,
        @Nullable String subject,
        @Nullable Bounce bounce) {

    // Written out in full, because NullAway overlooks "@Nullable []" on the components of a record.
    public Reading(
            Heading heading,
            @Nullable Draft draft,
            @Nullable Notification notification,
            byte @Nullable [] notificationBytes,
            byte @Nullable [] payload,
            Voucher voucher,
            @Nullable PartyCode signer,
            @Nullable PartyCode validSigner,
            @Nullable Bilingual doubt,
            List<Finding> errors,
            List<Finding> warnings,
            boolean automatic,
            @Nullable String messageId,
            @Nullable String subject,
            @Nullable Bounce bounce) {
        this.heading = heading;
        this.draft = draft;
        this.notification = notification;
        this.notificationBytes = notificationBytes;
        this.payload = payload;
        this.voucher = voucher;
        this.signer = signer;
        this.validSigner = validSigner;
        this.doubt = doubt;
        this.errors = List.copyOf(errors);
        this.warnings = List.copyOf(warnings);
        this.automatic = automatic;
        this.messageId = messageId;
        this.subject = subject;
        this.bounce = bounce;
    }
}
