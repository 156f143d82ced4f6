package io.depository.console;

import io.depository.notification.Notification;
import io.depository.reading.Reader;
import io.depository.review.Inbox;
import io.depository.review.Reviewing;
import io.depository.review.Unknown;
import io.depository.treaty.Bilingual;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in an arrival, for staff: as it came, and its documents one by one. */
@RestController
@RequestMapping("/api/inbox/{id}")
@Tag(name = "inbox", description = "What arrived, for staff")
class ContentsController {

    private final Inbox inbox;
    private final Reader reader;

    ContentsController(Inbox inbox, Reader reader) {
        this.inbox = inbox;
        this.reader = reader;
    }

    @GetMapping("/raw")
    @Operation(
            summary = "The exact bytes that came",
            description = "Of what was too large the beginning, which is all that is kept; its file name says so")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        Inbox.Raw raw = inbox.findRaw(id).orElseThrow(() -> Reviewing.noSuchArrival(id));
        return Download.of("arrival-" + id + (raw.whole() ? "" : "-beginning"), raw.content());
    }

    @GetMapping("/attachments/{index}")
    @Operation(
            summary = "A document of the notification, as a file to be saved",
            description = "index counts from 0, as in /attachments/0. The name is its sender's, without what could lead"
                    + " anywhere; the type is never the sender's")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int index) {
        Notification.Attachment attachment = inbox.findArrival(id)
                .map(reader::inspect)
                .orElseThrow(() -> Reviewing.noSuchArrival(id))
                .attachments()
                .get(index);
        if (attachment == null) {
            throw new Unknown(new Bilingual(
                    "В поступлении " + id + " нет читаемого вложения " + index + "; смотрите /api/inbox/" + id + ".",
                    "Arrival " + id + " has no readable attachment " + index + "; see /api/inbox/" + id + "."));
        }
        return Download.of(Download.safeName(attachment.fileName()), attachment.content());
    }
}
