package io.depository.console;

import io.depository.calendar.Today;
import io.depository.correspondence.Agenda;
import io.depository.correspondence.Appointment;
import io.depository.correspondence.CalendarFile;
import io.depository.correspondence.CalendarFile.Days;
import io.depository.correspondence.CircularFeed;
import io.depository.correspondence.Names;
import io.depository.outbox.Circulation;
import io.depository.outbox.Circulation.Issued;
import io.depository.register.AnnouncementStore;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.treaty.Agreement;
import io.depository.treaty.PartyCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What programs subscribe to, open to all: the calendars (RFC 5545) and feeds of circulars (RFC 4287) of an agreement, of a
 * state, and of the whole depository.
 */
@RestController
@RequestMapping("/api")
class PublicationsController {

    /** Circulars in one part of a feed. */
    private static final int PART = 50;

    private final Agreements agreements;
    private final AnnouncementStore announcements;
    private final RegisterReader register;
    private final Circulation circulation;
    private final CalendarFile calendar;
    private final CircularFeed feed;
    private final Names names;
    private final Today today;

    PublicationsController(
            Agreements agreements,
            AnnouncementStore announcements,
            RegisterReader register,
            Circulation circulation,
            CalendarFile calendar,
            CircularFeed feed,
            Names names,
            Today today) {
        this.agreements = agreements;
        this.announcements = announcements;
        this.register = register;
        this.circulation = circulation;
        this.calendar = calendar;
        this.feed = feed;
        this.names = names;
        this.today = today;
    }

    /** The days in law that were told under an agreement, with those that moved or fell. */
    @GetMapping(path = "/agreements/{id}/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable String id) {
        Days days = daysOf(find(id));
        return answer(CalendarFile.MEDIA_TYPE, changed(List.of(days)), calendar.write(id, days.appointments()));
    }

    /** The days in law that were told under all agreements. */
    @GetMapping(path = "/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendarOfAll() {
        return calendarOf(agreements.list().stream().map(this::daysOf).toList());
    }

    /**
     * The days in law that concern a state: those of the agreements that are open to it, and its own.
     *
     * @param party its code
     */
    @GetMapping(path = "/parties/{party}/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendarOfParty(@PathVariable String party) {
        PartyCode state = findState(party);
        return calendarOf(agreements.list().stream()
                .filter(agreement -> agreement.isEntitled(state))
                .map(this::daysOf)
                .map(days -> new Days(
                        days.agreement(),
                        days.appointments().stream()
                                .filter(day -> day.party() == null || state.equals(day.party()))
                                .toList()))
                .toList());
    }

    private ResponseEntity<byte[]> calendarOf(List<Days> days) {
        return answer(CalendarFile.MEDIA_TYPE, changed(days), calendar.write(days, today.zone()));
    }

    private Days daysOf(Agreement agreement) {
        return new Days(
                agreement.id(), Agenda.of(announcements.list(agreement.id(), register.size()), agreement.zone()));
    }

    private Instant changed(List<Days> agreements) {
        return agreements.stream()
                .flatMap(days -> Stream.concat(
                        Stream.of(begun(find(days.agreement()))),
                        days.appointments().stream().map(Appointment::changedAt)))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /**
     * Circulars of an agreement, newest first, fifty at once; {@code next} links to earlier ones.
     *
     * @param before the id of the circular to go on from
     */
    @GetMapping(path = "/agreements/{id}/feed.atom", produces = "application/atom+xml")
    ResponseEntity<byte[]> feed(@PathVariable String id, @RequestParam @Nullable String before) {
        Agreement agreement = find(id);
        return feedOf(id, id, begun(agreement), circulation.list(id, before, PART + 1));
    }

    /**
     * All circulars, newest first, fifty at once.
     *
     * @param before the id of the circular to go on from
     */
    @GetMapping(path = "/feed.atom", produces = "application/atom+xml")
    ResponseEntity<byte[]> feedOfAll(@RequestParam @Nullable String before) {
        return feedOf(null, "circulars", Instant.EPOCH, circulation.listAll(before, PART + 1));
    }

    /**
     * The circulars for a state, newest first, fifty at once.
     *
     * @param party its code
     * @param before the id of the circular to go on from
     */
    @GetMapping(path = "/parties/{party}/feed.atom", produces = "application/atom+xml")
    ResponseEntity<byte[]> feedOfParty(@PathVariable String party, @RequestParam @Nullable String before) {
        PartyCode state = findState(party);
        return feedOf(null, "circulars:" + state, Instant.EPOCH, circulation.listTo(state, before, PART + 1));
    }

    private ResponseEntity<byte[]> feedOf(@Nullable String agreement, String name, Instant begun, List<Issued> issued) {
        List<Issued> shown = issued.subList(0, Math.min(PART, issued.size()));
        String self = ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
        String path = ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString();
        CircularFeed.Part part = new CircularFeed.Part(
                agreement,
                name,
                self,
                path.substring(0, path.lastIndexOf('/')) + "/calendar.ics",
                issued.size() > PART ? path + "?before=" + shown.get(PART - 1).id() : null,
                begun);
        byte[] body = feed.write(part, shown.stream().map(Issued::body).toList());
        return answer(
                CircularFeed.MEDIA_TYPE, shown.isEmpty() ? begun : shown.get(0).at(), body);
    }

    private Agreement find(String id) {
        return agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such agreement; GET /api/agreements lists those that are kept"));
    }

    private PartyCode findState(String party) {
        return PartyCode.find(party)
                .filter(names.states()::contains)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such state; name it by its ISO 3166-1 alpha-2 code, e.g. KG"));
    }

    private static Instant begun(Agreement agreement) {
        return agreement.signedOn().atStartOfDay(agreement.zone()).toInstant();
    }

    private static ResponseEntity<byte[]> answer(String type, Instant changed, byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noCache())
                .eTag('"' + digest(body) + '"')
                .lastModified(changed)
                .body(body);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
