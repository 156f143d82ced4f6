package io.depository.correspondence;

import io.depository.register.AnnouncementStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The days that a circular tells, as a calendar file that goes with it: as they stood with its register entry, under the
 * names that the agreement's own calendar gives them. Safe for concurrent use.
 */
public final class CircularDays {

    private final JsonMapper json = JsonMapper.builder().build();
    private final AnnouncementStore announcements;
    private final CalendarFile calendar;

    public CircularDays(AnnouncementStore announcements, CalendarFile calendar) {
        this.announcements = announcements;
        this.calendar = calendar;
    }

    /**
     * The file; empty where the circular tells of no day.
     *
     * @param circular the circular's JSON, as it is sent
     */
    public Optional<byte[]> render(byte[] circular) {
        JsonNode letter = json.readTree(circular);
        String agreement = LetterFields.line(letter, "agreement");
        long entry = letter.path("entry").asLong();
        Set<String> told = Stream.concat(
                        letter.path("effects").valueStream(),
                        letter.path("corrected").valueStream())
                .map(effect -> LetterFields.line(effect, "effect") + " " + LetterFields.line(effect, "party"))
                .collect(Collectors.toSet());
        List<Appointment> days =
                Agenda.of(announcements.list(agreement, entry + 1), calendar.zoneOf(agreement)).stream()
                        .filter(day -> day.entry() == entry || told.contains(key(day)))
                        .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(calendar.writeSome(agreement, days));
    }

    private static String key(Appointment day) {
        return day.kind().wireName() + " "
                + (day.party() == null ? "" : day.party().value());
    }
}
