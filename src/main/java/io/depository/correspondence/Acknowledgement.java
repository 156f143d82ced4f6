package io.depository.correspondence;

import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.parties.Channel;
import io.depository.register.InclusionReceipt;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sender.
 *
 * @param id stable, one a decision; null in a dry run
 * @param heading who speaks of what, as far as it could be read; the party is the channel's where it could not
 * @param sha256 of the exact bytes that came, lower-case hex
 * @param notificationSha256 of the notification's bytes; null where none were found
 * @param review why it is held; only when under review
 * @param entry index in the register; only when registered, and not in a dry run
 * @param receipt proof; only when registered, and not in a dry run
 */
public record Acknowledgement(
        @Nullable String id,
        Outcome outcome,
        Heading heading,
        Channel channel,
        Instant receivedAt,
        LocalDate receivedOn,
        String sha256,
        @Nullable String notificationSha256,
        List<Finding> errors,
        List<Finding> warnings,
        @Nullable Bilingual review,
        @Nullable Long entry,
        List<Effect> effects,
        @Nullable InclusionReceipt receipt,
        boolean dryRun) {

    public Acknowledgement {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        effects = List.copyOf(effects);
    }
}
