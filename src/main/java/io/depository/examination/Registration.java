package io.depository.examination;

import io.depository.calendar.Circulars;
import io.depository.correspondence.Circular;
import io.depository.correspondence.CircularKind;
import io.depository.outbox.Letter;
import io.depository.register.Append;
import io.depository.register.NewEntry;
import io.depository.register.NotificationRecord;
import io.depository.register.NotificationRecord.Arrived;
import io.depository.register.NotificationRecord.Rules;
import io.depository.register.Review;
import io.depository.standing.Agreements;
import io.depository.treaty.Act;
import io.depository.treaty.Consequences;
import io.depository.treaty.Effect;
import io.depository.treaty.EffectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What is written and told when a notification is registered. */
final class Registration {

    private static final Set<EffectKind> OF_THE_THRESHOLD = EnumSet.of(
            EffectKind.THRESHOLD_REACHED, EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY);

    private final Agreements agreements;
    private final Circulars circulars;

    Registration(Agreements agreements, Circulars circulars) {
        this.agreements = agreements;
        this.circulars = circulars;
    }

    /** The register entry of a registered notification. */
    NewEntry entryOf(Prepared prepared, Decision.Registered registered, List<Review> reviews, Instant recordedAt) {
        String agreement = registered.notification().agreement();
        Consequences consequences = registered.consequences();
        NotificationRecord record = new NotificationRecord(
                registered.fact().entry(),
                recordedAt,
                new Rules(
                        HexFormat.of().formatHex(agreements.fileOf(agreement).sha256()),
                        consequences
                                .after()
                                .agreement()
                                .clauses()
                                .counting()
                                .on(prepared.receivedOn())
                                .name()),
                registered.notification(),
                new Arrived(
                        prepared.arrival().channel().wireName(),
                        prepared.arrival().receivedAt(),
                        prepared.receivedOn(),
                        prepared.sha256(),
                        prepared.identity()),
                prepared.reading().voucher(),
                prepared.warnings(),
                consequences.effects(),
                consequences.moved(),
                registered.fact().noticedOn(),
                reviews);
        return new NewEntry(
                NewEntry.Type.NOTIFICATION, agreement, registered.notification().party(), record.toBytes());
    }

    /** A circular about an entry, with its number taken. */
    record Announcement(Decision.Registered registered, CircularKind kind, String number) {}

    /** The circulars that the entries make, numbered in the order of the entries. */
    List<Announcement> announce(List<Decision.Registered> entries, Append append) {
        List<Announcement> announcements = new ArrayList<>();
        for (Decision.Registered entry : entries) {
            kindsOf(entry)
                    .forEach(kind -> announcements.add(new Announcement(entry, kind, circulars.numberOf(append))));
        }
        return announcements;
    }

    /** One kind an entry, the special one where there is one; the threshold and a moved date are told besides. */
    static List<CircularKind> kindsOf(Decision.Registered entry) {
        Consequences consequences = entry.consequences();
        List<CircularKind> kinds = new ArrayList<>();
        if (consequences.thresholdLost()) {
            kinds.add(CircularKind.THRESHOLD_LOST);
        } else if (entry.fact().act() == Act.WITHDRAWAL) {
            kinds.add(CircularKind.WITHDRAWAL_RECEIVED);
        } else if (has(consequences, EffectKind.WITHDRAWAL_REVOKED)) {
            kinds.add(CircularKind.WITHDRAWAL_REVOKED);
        } else if (entry.fact().act() == Act.AUTHORIZED_BODIES) {
            kinds.add(CircularKind.AUTHORIZED_BODIES_CHANGED);
        } else {
            kinds.add(CircularKind.NOTIFICATION_REGISTERED);
        }
        if (consequences.thresholdReached()) {
            kinds.add(CircularKind.THRESHOLD_REACHED);
        }
        if (!consequences.moved().isEmpty()) {
            kinds.add(CircularKind.CORRECTION);
        }
        return kinds;
    }

    /** The letter; only after the register is sealed, for it carries the proof. */
    Letter letterOf(Announcement announcement, Append append) {
        Decision.Registered entry = announcement.registered();
        Consequences consequences = entry.consequences();
        List<Effect> corrected = announcement.kind() == CircularKind.CORRECTION ? consequences.moved() : List.of();
        Circular circular = new Circular(
                Circulars.idOf(announcement.number()),
                announcement.number(),
                announcement.kind(),
                entry.notification().agreement(),
                entry.notification().party(),
                entry.notification().act(),
                entry.notification().reference(),
                entry.fact().receivedOn(),
                entry.fact().entry(),
                entry.notification().statement(),
                entry.notification().authorizedBodies(),
                effectsToTell(announcement),
                corrected,
                append.recordedAt(),
                append.receiptOf(entry.fact().entry()));
        return circulars.letterOf(circular, consequences.after());
    }

    /** All that follows; of a threshold only what follows from its being reached. */
    private static List<Effect> effectsToTell(Announcement announcement) {
        List<Effect> effects = announcement.registered().consequences().effects();
        return announcement.kind() == CircularKind.THRESHOLD_REACHED
                ? effects.stream()
                        .filter(effect -> OF_THE_THRESHOLD.contains(effect.kind()))
                        .toList()
                : effects;
    }

    private static boolean has(Consequences consequences, EffectKind kind) {
        return consequences.effects().stream().anyMatch(effect -> effect.kind() == kind);
    }
}
