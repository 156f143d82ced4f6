package io.depository.console;

import io.depository.correspondence.Agenda;
import io.depository.correspondence.Appointment;
import io.depository.correspondence.CalendarFile;
import io.depository.correspondence.CircularFeed;
import io.depository.outbox.Circulation;
import io.depository.outbox.Circulation.Issued;
import io.depository.register.AnnouncementStore;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.treaty.Agreement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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

/** What programs subscribe to, open to all: an agreement's calendar (RFC 5545) and its circulars (RFC 4287). */
@RestController
@RequestMapping("/api/agreements/{id}")
class PublicationsController {

    /** Circulars in one part of a feed. */
    private static final int PART = 50;

    private final Agreements agreements;
    private final AnnouncementStore announcements;
    private final RegisterReader register;
    private final Circulation circulation;
    private final CalendarFile calendar;
    private final CircularFeed feed;

    PublicationsController(
            Agreements agreements,
            AnnouncementStore announcements,
            RegisterReader register,
            Circulation circulation,
            CalendarFile calendar,
            CircularFeed feed) {
        this.agreements = agreements;
        this.announcements = announcements;
        this.register = register;
        this.circulation = circulation;
        this.calendar = calendar;
        this.feed = feed;
    }

    /** The days in law that were told, with those that moved or fell. */
    @GetMapping(path = "/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable String id) {
        Instant begun = begun(find(id));
        List<Appointment> days = Agenda.of(announcements.list(id, register.size()));
        Instant changed = days.stream()
                .map(Appointment::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(begun);
        return answer(CalendarFile.MEDIA_TYPE, changed, calendar.write(id, days));
    }

    /**
     * Circulars, newest first, fifty at once; {@code next} links to earlier ones.
     *
     * @param before the id of the circular to go on from
     */
    @GetMapping(path = "/feed.atom", produces = "application/atom+xml")
    ResponseEntity<byte[]> feed(@PathVariable String id, @RequestParam @Nullable String before) {
        Agreement agreement = find(id);
        List<Issued> issued = circulation.list(id, before, PART + 1);
        List<Issued> shown = issued.subList(0, Math.min(PART, issued.size()));
        String self = ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
        String path = ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString();
        Instant begun = begun(agreement);
        CircularFeed.Part part = new CircularFeed.Part(
                id,
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
