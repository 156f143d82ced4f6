package io.depository.notification;

import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notification and what the depository knows around it: all that a {@link Rule} may look at.
 *
 * @param draft the notification as far as it is well-formed
 * @param channelParty whose channel it came by; null where the channel is nobody's
 * @param signer whose registered key the text names; null where it is not signed, or by a key registered for nobody
 * @param receivedOn the legal date of receipt
 * @param depository our own id
 * @param stateIsKnown whether the directory knows the state that {@code party} names
 * @param agreementIsKnown whether the depository keeps the agreement that is named
 */
public record Case(
        Draft draft,
        @Nullable PartyCode channelParty,
        @Nullable PartyCode signer,
        LocalDate receivedOn,
        String depository,
        boolean stateIsKnown,
        boolean agreementIsKnown) {}
