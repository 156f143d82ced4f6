package io.depository.examination;

import io.depository.correspondence.Acknowledgement;
import io.depository.notification.Finding;
import io.depository.notification.Heading;
import io.depository.parties.Channel;
import io.depository.register.Append;
import io.depository.register.InclusionReceipt;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.PartyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a decision into an acknowledgement. */
final class Acknowledging {

    private Acknowledging() {}

    /** The acknowledgement of a decision just recorded. */
    static Acknowledgement acknowledge(String id, Prepared prepared, Decision decision, Append append) {
        Long entry = decision instanceof Decision.Registered registered
                ? Long.valueOf(registered.fact().entry())
                : null;
        return compose(id, prepared, decision, entry, entry == null ? null : append.receiptOf(entry));
    }

    /** What the acknowledgement would be: without id, entry and receipt. */
    static Acknowledgement rehearse(Prepared prepared, Decision decision) {
        return compose(null, prepared, decision, null, null);
    }

    private static Acknowledgement compose(
            @Nullable String id,
            Prepared prepared,
            Decision decision,
            @Nullable Long entry,
            @Nullable InclusionReceipt receipt) {
        List<Finding> errors = decision instanceof Decision.Returned returned ? returned.errors() : List.of();
        List<Effect> effects = decision instanceof Decision.Registered registered
                ? registered.consequences().effects()
                : List.of();
        Bilingual review = decision instanceof Decision.Held held ? held.reason() : null;
        return new Acknowledgement(
                id,
                Ruling.outcomeOf(decision),
                heading(prepared),
                prepared.arrival().channel(),
                prepared.arrival().receivedAt(),
                prepared.receivedOn(),
                prepared.sha256(),
                prepared.reading().notificationBytes() == null ? null : prepared.identity(),
                errors,
                prepared.warnings(),
                review,
                entry,
                effects,
                receipt,
                prepared.arrival().channel() == Channel.DRY_RUN);
    }

    /** As far as it could be read; the party else the channel's. */
    private static Heading heading(Prepared prepared) {
        Heading read = prepared.reading().heading();
        PartyCode channelParty = prepared.arrival().channelParty();
        return read.party() != null || channelParty == null
                ? read
                : new Heading(channelParty.value(), read.agreement(), read.act(), read.reference());
    }
}
