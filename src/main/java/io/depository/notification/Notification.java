package io.depository.notification;

import io.depository.treaty.Act;
import io.depository.treaty.LegalFact.Target;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party says, in version 1 of the format, its form already checked. Dates are the sender's; none of them is
 * counted from.
 */
public record Notification(
        String depository,
        String reference,
        PartyCode party,
        String agreement,
        Act act,
        LocalDate dated,
        @Nullable Basis basis,
        List<AuthorizedBody> authorizedBodies,
        @Nullable LocalDate changedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable Target refersTo,
        @Nullable Texts reservation,
        @Nullable Texts statement,
        List<Attachment> attachments) {

    public Notification {
        authorizedBodies = List.copyOf(authorizedBodies);
        attachments = List.copyOf(attachments);
    }

    /** The domestic act on which the notification rests. */
    public record Basis(
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate dated) {}

    /** A body that the party has authorized, with its contact data. */
    public record AuthorizedBody(
            Texts name,
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone) {}

    /** A text in either language, or both. */
    public record Texts(@Nullable String ru, @Nullable String en) {}

    /** A document that came with the notification; its stated digest is only a claim until it is compared. */
    public record Attachment(String fileName, String mediaType, String sha256, byte[] content) {}
}
