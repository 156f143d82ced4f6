package io.depository.correspondence;

import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day in law that the states were told of, as it stands.
 *
 * @param party the state it concerns; null where it concerns the agreement as a whole
 * @param occasion the how-manieth effect of that kind for that state, from 1: a former party that accedes again has two
 * @param on the day, from 00:00 in the agreement's zone; of one that fell, the day as last told
 * @param sequence how often it was changed since it was first told (RFC 5545, 3.8.7.4)
 * @param cancelled whether it fell
 * @param entry the register entry that said so last
 * @param toldAt when the effect was first told
 * @param changedAt when it was last changed
 */
public record Appointment(
        EffectKind kind,
        @Nullable PartyCode party,
        int occasion,
        LocalDate on,
        String article,
        int sequence,
        boolean cancelled,
        long entry,
        Instant toldAt,
        Instant changedAt) {

    static Appointment first(EffectKind kind, @Nullable PartyCode party, int occasion, Telling telling) {
        return new Appointment(
                kind,
                party,
                occasion,
                telling.on(),
                telling.article(),
                0,
                false,
                telling.entry(),
                telling.at(),
                telling.at());
    }

    Appointment moved(Telling telling) {
        return new Appointment(
                kind,
                party,
                occasion,
                telling.on(),
                telling.article(),
                sequence + 1,
                false,
                telling.entry(),
                toldAt,
                telling.at());
    }

    Appointment fallen(long byEntry, Instant at) {
        return new Appointment(kind, party, occasion, on, article, sequence + 1, true, byEntry, toldAt, at);
    }

    /** What an entry says of a day. */
    record Telling(LocalDate on, String article, long entry, Instant at) {}

    /** Names it for ever, within the agreement: {@code entry-into-force-for-party-kg-1}. */
    String name() {
        String state = party == null ? "" : "-" + party.value().toLowerCase(Locale.ROOT);
        return kind.wireName() + state + "-" + occasion;
    }
}
