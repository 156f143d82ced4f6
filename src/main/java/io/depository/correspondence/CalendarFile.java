package io.depository.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes days in law as an iCalendar object (RFC 5545): one all-day event each, published and not an invitation, so
 * without METHOD. A day that moved has the same UID and a greater SEQUENCE, one that fell is CANCELLED. The same days give
 * the same bytes. Safe for concurrent use.
 */
public final class CalendarFile {

    /** The type that it goes under. */
    public static final String MEDIA_TYPE = "text/calendar; charset=UTF-8";

    /** The most events that one file shows: the latest days. */
    private static final int MOST = 1000;

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Names names;
    private final String depository;

    /** @param depository the depository's id, which makes the UIDs unique in the world */
    public CalendarFile(Names names, String depository) {
        this.names = names;
        this.depository = depository;
    }

    /** The days of one agreement. */
    public record Days(String agreement, List<Appointment> appointments) {

        public Days {
            appointments = List.copyOf(appointments);
        }
    }

    /** The agreement's whole calendar, which begins with the day of its signing; UTF-8, lines ended by CR LF. */
    public byte[] write(String agreement, List<Appointment> appointments) {
        List<String> lines = head(titleOf(agreement), zoneOf(agreement));
        addSigning(lines, agreement);
        return end(lines, List.of(new Days(agreement, appointments)));
    }

    /**
     * The days of several agreements in one calendar. Events have the UIDs that they have in the agreements' own.
     *
     * @param zone the depository's
     */
    public byte[] write(List<Days> agreements, ZoneId zone) {
        List<String> lines = head(both(" / ", language -> language.say("agenda.all")), zone);
        agreements.forEach(days -> addSigning(lines, days.agreement()));
        return end(lines, agreements);
    }

    /** Some of its days, as a file that goes with a letter: a calendar that has the others takes these over. */
    byte[] writeSome(String agreement, List<Appointment> appointments) {
        return end(head(titleOf(agreement), zoneOf(agreement)), List.of(new Days(agreement, appointments)));
    }

    /** The zone in which the agreement's days begin. */
    ZoneId zoneOf(String agreement) {
        return names.particulars(agreement).zone();
    }

    private String titleOf(String agreement) {
        return both(" / ", language -> language.of(names.agreementTitle(agreement)));
    }

    private List<String> head(String title, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//" + depository + "//Depository//RU");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("NAME:" + text(title));
        lines.add("X-WR-CALNAME:" + text(title));
        lines.add("X-WR-TIMEZONE:" + zone.getId());
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        return lines;
    }

    private byte[] end(List<String> lines, List<Days> agreements) {
        agreements.stream()
                .flatMap(days -> days.appointments().stream().map(day -> new Event(days.agreement(), day)))
                .sorted(Comparator.comparing(Event::on).reversed().thenComparing(Event::name))
                .limit(MOST)
                .sorted(Comparator.comparing(Event::on).thenComparing(Event::name))
                .forEach(event -> addEvent(lines, event.agreement(), event.day()));
        lines.add("END:VCALENDAR");
        return lines.stream()
                .map(CalendarFile::folded)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Event(String agreement, Appointment day) {

        LocalDate on() {
            return day.on();
        }

        String name() {
            return day.name() + "@" + agreement;
        }
    }

    private void addSigning(List<String> lines, String agreement) {
        Names.Particulars particulars = names.particulars(agreement);
        String at =
                stamp(particulars.signedOn().atStartOfDay(particulars.zone()).toInstant());
        lines.add("BEGIN:VEVENT");
        lines.add("UID:signed@" + agreement + "." + depository);
        lines.add("DTSTAMP:" + at);
        lines.add("SEQUENCE:0");
        lines.add("STATUS:CONFIRMED");
        addDay(lines, particulars.signedOn());
        lines.add("SUMMARY:"
                + text(both(
                        " / ",
                        language -> language.say("agenda.signed", "place", language.place(particulars.place())))));
        lines.add("DESCRIPTION:" + text(both("\n\n", language -> language.of(names.agreementTitle(agreement)))));
        lines.add("END:VEVENT");
    }

    private static void addDay(List<String> lines, LocalDate on) {
        lines.add("TRANSP:TRANSPARENT");
        lines.add("DTSTART;VALUE=DATE:" + day(on));
        lines.add("DTEND;VALUE=DATE:" + day(on.plusDays(1)));
    }

    private void addEvent(List<String> lines, String agreement, Appointment appointment) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + new Event(agreement, appointment).name() + "." + depository);
        lines.add("DTSTAMP:" + stamp(appointment.changedAt()));
        lines.add("CREATED:" + stamp(appointment.toldAt()));
        lines.add("LAST-MODIFIED:" + stamp(appointment.changedAt()));
        lines.add("SEQUENCE:" + appointment.sequence());
        lines.add("STATUS:" + (appointment.cancelled() ? "CANCELLED" : "CONFIRMED"));
        addDay(lines, appointment.on());
        lines.add("SUMMARY:" + text(both(" / ", language -> summary(language, appointment))));
        lines.add("DESCRIPTION:" + text(both("\n\n", language -> description(language, agreement, appointment))));
        lines.add("CATEGORIES:" + appointment.kind().wireName());
        lines.add("END:VEVENT");
    }

    private interface Wording {
        String in(Language language);
    }

    private static String both(String between, Wording wording) {
        return wording.in(Language.RUSSIAN) + between + wording.in(Language.ENGLISH);
    }

    private String summary(Language language, Appointment appointment) {
        String news = language.say("agenda." + appointment.kind().wireName(), "state", state(language, appointment));
        return appointment.cancelled() ? language.say("agenda.cancelled", "news", news) : news;
    }

    private String description(Language language, String agreement, Appointment appointment) {
        boolean bare = Character.isDigit((appointment.article() + " ").charAt(0));
        return String.join(
                "\n",
                language.of(names.agreementTitle(agreement)),
                language.say(
                        appointment.cancelled() ? "agenda.fell" : "agenda.from",
                        "date",
                        language.date(appointment.on()),
                        "zone",
                        names.particulars(agreement).zone().getId()),
                language.say(bare ? "effect.article" : "effect.source", "article", appointment.article()),
                language.say("agenda.entry", "entry", Long.toString(appointment.entry())));
    }

    private String state(Language language, Appointment appointment) {
        return appointment.party() == null
                ? language.say("effect.nobody")
                : language.state(names.state(appointment.party()));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String stamp(Instant instant) {
        return STAMP.format(instant);
    }

    /** TEXT of RFC 5545, 3.3.11. */
    private static String text(String text) {
        return Legible.paragraphs(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Cut into lines of 75 octets at most, never within a character (RFC 5545, 3.1). */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder(line.length() + line.length() / 32 + 4);
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            String character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.append("\r\n").toString();
    }
}
