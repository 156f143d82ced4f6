package io.depository.examination;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.depository.notification.Finding;
import io.depository.notification.Notification;
import io.depository.reading.Arrival;
import io.depository.reading.Reading;
import io.depository.treaty.Act;
import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arrival with all that can be said of it without knowing what the register says.
 *
 * @param receipt number of the arrival; {@link #NOT_STORED} in a dry run
 * @param arrival what came
 * @param sha256 of the exact bytes that came, lower-case hex
 * @param reading what could be read of it
 * @param receivedOn the legal date of receipt
 * @param speaker who speaks: the signer, else the channel's party, else the state that the text names, else the one whose
 *     key the signature claims; null where nobody can be made out
 * @param speakerAgrees whether channel, signer and text name one and the same known state
 * @param identity SHA-256 of the notification's bytes, or of all bytes where no notification was found; hex
 * @param payloadDigest SHA-256 of the JSON inside a signature, hex; null where there is none
 * @param errors every defect that does not depend on the register
 * @param warnings every remark
 */
record Prepared(
        long receipt,
        Arrival arrival,
        String sha256,
        Reading reading,
        LocalDate receivedOn,
        @Nullable PartyCode speaker,
        boolean speakerAgrees,
        String identity,
        @Nullable String payloadDigest,
        List<Finding> errors,
        List<Finding> warnings) {

    static final long NOT_STORED = Long.MAX_VALUE;

    Prepared {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Under what a decision on it is kept: one on a head that was cut off is none on the whole. */
    String decidedAs() {
        return arrival.tooLarge() ? Preparation.sha256(("cut off: " + identity).getBytes(UTF_8)) : identity;
    }

    /** Under what decisions on the same are found, the better first: of a cut-off head the whole may have been decided. */
    List<String> sameAs() {
        return arrival.tooLarge() ? List.of(identity, decidedAs()) : List.of(identity);
    }

    /** The act as the law sees it, if it were registered as that entry and told on that day. */
    LegalFact factOf(Notification notification, long entry, LocalDate noticedOn) {
        return new LegalFact(
                entry,
                notification.party(),
                notification.act(),
                notification.reference(),
                arrival.receivedAt(),
                receivedOn,
                notification.refersTo(),
                notification.effectiveOn(),
                notification.changedOn(),
                noticedOn,
                notification.act() == Act.RESERVATION || notification.reservation() != null);
    }
}
