package io.depository.notification;

import io.depository.treaty.Act;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A notification as far as it is well-formed: what the rules examine. Where the form is broken in one place, the rules
 * still speak about the others, so that the sender learns of all defects at once.
 *
 * @param depository the addressee; null where missing or malformed (so the next four)
 * @param dates the readable dates, by JSON Pointer ({@code /dated}, {@code /changedOn}, {@code /effectiveOn},
 *     {@code /basis/dated})
 * @param given the members of version 1 that the text has and that are no empty list, readable or not
 * @param attachments the readable attachments, by their index
 */
public record Draft(
        @Nullable String depository,
        @Nullable String reference,
        @Nullable PartyCode party,
        @Nullable String agreement,
        @Nullable Act act,
        Map<String, LocalDate> dates,
        Set<String> given,
        SortedMap<Integer, Notification.Attachment> attachments) {

    public Draft {
        dates = Map.copyOf(dates);
        given = Set.copyOf(given);
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
    }

    /** The draft of a notification that is well-formed throughout. */
    public static Draft of(Notification whole) {
        Map<String, LocalDate> dates = new TreeMap<>();
        dates.put("/dated", whole.dated());
        Set<String> given = new HashSet<>(Set.of("depository", "reference", "party", "agreement", "act", "dated"));
        Notification.Basis basis = whole.basis();
        note(given, "basis", basis);
        date(dates, "/basis/dated", basis == null ? null : basis.dated());
        date(dates, "/changedOn", whole.changedOn());
        date(dates, "/effectiveOn", whole.effectiveOn());
        note(given, "changedOn", whole.changedOn());
        note(given, "effectiveOn", whole.effectiveOn());
        note(given, "refersTo", whole.refersTo());
        note(given, "reservation", whole.reservation());
        note(given, "statement", whole.statement());
        note(given, "authorizedBodies", whole.authorizedBodies().isEmpty() ? null : whole);
        note(given, "attachments", whole.attachments().isEmpty() ? null : whole);
        SortedMap<Integer, Notification.Attachment> attachments = new TreeMap<>();
        for (int i = 0; i < whole.attachments().size(); i++) {
            attachments.put(i, whole.attachments().get(i));
        }
        return new Draft(
                whole.depository(),
                whole.reference(),
                whole.party(),
                whole.agreement(),
                whole.act(),
                dates,
                given,
                attachments);
    }

    private static void note(Set<String> given, String member, @Nullable Object value) {
        if (value != null) {
            given.add(member);
        }
    }

    private static void date(Map<String, LocalDate> dates, String pointer, @Nullable LocalDate date) {
        if (date != null) {
            dates.put(pointer, date);
        }
    }
}
