package io.depository.correspondence;

import io.depository.correspondence.Appointment.Telling;
import io.depository.register.Announced;
import io.depository.register.Announced.Told;
import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days in law that were told under an agreement, folded from what the register's entries announced: a day that moved
 * keeps its name and its sequence grows; one that fell is cancelled and comes back under the same name. An example: entry
 * 5 tells entry into force on 23 December 2026 (sequence 0), entry 6 withdraws a consent (1, cancelled), entry 7 brings
 * another (2, on 8 January 2027).
 */
public final class Agenda {

    private static final Set<EffectKind> DAYS = EnumSet.of(
            EffectKind.ENTRY_INTO_FORCE,
            EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
            EffectKind.PROVISIONAL_APPLICATION,
            EffectKind.PROVISIONAL_APPLICATION_ENDS,
            EffectKind.WITHDRAWAL_EFFECTIVE,
            EffectKind.TERMINATION);

    private static final Set<EffectKind> OF_THE_THRESHOLD =
            EnumSet.of(EffectKind.ENTRY_INTO_FORCE, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, EffectKind.TERMINATION);

    private final Map<Key, List<Appointment>> appointments = new LinkedHashMap<>();

    private final ZoneId zone;

    private Agenda(ZoneId zone) {
        this.zone = zone;
    }

    private record Key(EffectKind kind, @Nullable PartyCode party) {}

    /**
     * All days that the announcements, given in the order of their entries, tell of; those that fell too.
     *
     * @param zone the agreement's, in which a day has come or has not
     */
    public static List<Appointment> of(List<Announced> announcements, ZoneId zone) {
        Agenda agenda = new Agenda(zone);
        announcements.forEach(agenda::note);
        return agenda.appointments.values().stream().flatMap(Collection::stream).toList();
    }

    private void note(Announced announced) {
        Set<Key> fallen = new HashSet<>();
        announced.corrects().stream()
                .filter(told -> told.on() != null)
                .map(told -> new Key(told.kind(), told.party()))
                .forEach(fallen::add);
        announced.effects().forEach(told -> addWhatFallsBy(told, announced, fallen));
        for (Told told : announced.effects()) {
            Key key = new Key(told.kind(), told.party());
            LocalDate on = told.on();
            if (DAYS.contains(told.kind()) && on != null) {
                tell(
                        key,
                        new Telling(on, told.article(), announced.entry(), announced.recordedAt()),
                        fallen.remove(key));
            }
        }
        fallen.forEach(key -> cancel(key, announced));
    }

    /** An effect that undoes another's day by its own nature is no correction of it, and says no more of that day. */
    private void addWhatFallsBy(Told told, Announced announced, Set<Key> fallen) {
        switch (told.kind()) {
            case THRESHOLD_LOST ->
                appointments.keySet().stream()
                        .filter(key -> OF_THE_THRESHOLD.contains(key.kind()))
                        .forEach(fallen::add);
            case CONSENT_WITHDRAWN -> {
                fallen.add(new Key(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, told.party()));
                fallen.add(new Key(EffectKind.PROVISIONAL_APPLICATION, told.party()));
            }
            case PROVISIONAL_APPLICATION -> addEndThatIsOvertaken(told, announced, fallen);
            case WITHDRAWAL_REVOKED -> fallen.add(new Key(EffectKind.WITHDRAWAL_EFFECTIVE, told.party()));
            default -> {
                Key key = new Key(told.kind(), told.party());
                if (told.on() == null && latest(key) != null && !hasCome(key, announced)) {
                    fallen.add(key);
                }
            }
        }
    }

    /** A state that applies the agreement provisionally anew, and is not corrected in when it did, does not stop on the day told. */
    private void addEndThatIsOvertaken(Told told, Announced announced, Set<Key> fallen) {
        Key end = new Key(EffectKind.PROVISIONAL_APPLICATION_ENDS, told.party());
        boolean corrected = fallen.contains(new Key(told.kind(), told.party()));
        if (!corrected && latest(end) != null && !hasCome(end, announced)) {
            fallen.add(end);
        }
    }

    private void tell(Key key, Telling telling, boolean changes) {
        List<Appointment> same = appointments.computeIfAbsent(key, unused -> new ArrayList<>());
        Appointment latest = latest(key);
        if (latest == null || (!changes && !latest.cancelled() && isPast(latest, telling))) {
            if (latest == null || !latest.on().equals(telling.on())) {
                same.add(Appointment.first(key.kind(), key.party(), same.size() + 1, telling));
            }
        } else if (latest.cancelled() || !latest.on().equals(telling.on())) {
            same.set(same.size() - 1, latest.moved(telling));
        }
    }

    /** A day that had come stays where it is; a new one for the same state is another one. */
    private boolean isPast(Appointment latest, Telling telling) {
        return !latest.on().isAfter(LocalDate.ofInstant(telling.at(), zone));
    }

    private boolean hasCome(Key key, Announced announced) {
        Appointment latest = latest(key);
        return latest != null && !latest.on().isAfter(LocalDate.ofInstant(announced.recordedAt(), zone));
    }

    private void cancel(Key key, Announced announced) {
        List<Appointment> same = appointments.get(key);
        Appointment latest = latest(key);
        if (same != null && latest != null && !latest.cancelled()) {
            same.set(same.size() - 1, latest.fallen(announced.entry(), announced.recordedAt()));
        }
    }

    private @Nullable Appointment latest(Key key) {
        List<Appointment> same = appointments.get(key);
        return same == null || same.isEmpty() ? null : same.get(same.size() - 1);
    }
}
