package io.depository.correspondence;

import io.depository.notification.Notification;
import io.depository.notification.Notification.Texts;
import io.depository.register.InclusionReceipt;
import io.depository.treaty.Act;
import io.depository.treaty.Effect;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all are told.
 *
 * @param number in its year, {@code 2026/17}
 * @param party whom it concerns; null where it concerns the agreement as a whole
 * @param entry index of the register entry that it rests on
 * @param effects what follows; for a correction, the dates as they now stand
 * @param corrected for a correction, the effects as they had been told; empty otherwise
 */
public record Circular(
        String id,
        String number,
        CircularKind kind,
        String agreement,
        @Nullable PartyCode party,
        @Nullable Act act,
        @Nullable String reference,
        @Nullable LocalDate receivedOn,
        long entry,
        @Nullable Texts statement,
        List<Notification.AuthorizedBody> authorizedBodies,
        List<Effect> effects,
        List<Effect> corrected,
        Instant issuedAt,
        InclusionReceipt receipt) {

    public Circular {
        authorizedBodies = List.copyOf(authorizedBodies);
        effects = List.copyOf(effects);
        corrected = List.copyOf(corrected);
    }
}
