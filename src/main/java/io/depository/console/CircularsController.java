package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.correspondence.MailWriter;
import io.depository.outbox.Circulation;
import io.depository.outbox.Circulation.Issued;
import io.depository.outbox.Enclosures;
import io.depository.standing.Agreements;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Circulars for anybody to read, as they were sent. */
@RestController
@RequestMapping("/api")
class CircularsController {

    /** The most that are shown at once. */
    private static final int MOST = 1000;

    private static final String NUMBER = "/circulars/{year:[0-9]{4}}/{number:[1-9][0-9]{0,8}}";
    private static final String PAPER = "circular.pdf";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Agreements agreements;
    private final Circulation circulation;
    private final Enclosures enclosures;
    private final MailWriter mail;

    CircularsController(Agreements agreements, Circulation circulation, Enclosures enclosures, MailWriter mail) {
        this.agreements = agreements;
        this.circulation = circulation;
        this.enclosures = enclosures;
        this.mail = mail;
    }

    /**
     * A circular in a list.
     *
     * @param number in its year; the circular itself is at {@code /api/circulars/<number>}
     * @param party whom it concerns; absent where it concerns the agreement as a whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CircularView(
            String id, String number, String kind, @Nullable String party, long entry, Instant issuedAt) {}

    /**
     * The circulars of an agreement, newest first.
     *
     * @param before the id of the circular to go on from, as {@code next} names it
     * @param limit at most so many, 1 to 1000
     */
    @GetMapping("/agreements/{id}/circulars")
    Items<CircularView> list(
            @PathVariable String id,
            @RequestParam @Nullable String before,
            @RequestParam(defaultValue = "100")
                    @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "" + MOST))
                    int limit) {
        if (agreements.find(id).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No such agreement; GET /api/agreements lists those that are kept");
        }
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must lie between 1 and " + MOST);
        }
        List<Issued> issued = circulation.list(id, before, limit + 1);
        List<Issued> shown = issued.subList(0, Math.min(limit, issued.size()));
        return new Items<>(
                shown.stream().map(this::view).toList(),
                issued.size() > limit ? shown.get(limit - 1).id() : null);
    }

    private CircularView view(Issued issued) {
        JsonNode letter = json.readTree(issued.body());
        return new CircularView(
                issued.id(),
                letter.path("number").asString(),
                letter.path("kind").asString(),
                letter.hasNonNull("party") ? letter.path("party").asString() : null,
                letter.path("entry").asLong(),
                issued.at());
    }

    /** The circular's JSON, byte for byte as sent. */
    @GetMapping(
            path = {NUMBER, NUMBER + ".json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> show(@PathVariable String year, @PathVariable String number) {
        return sent("application/json", find(year, number).body());
    }

    /** The circular as text, as a mail shows it. */
    @GetMapping(path = NUMBER + ".txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> text(@PathVariable String year, @PathVariable String number) {
        return sent(
                "text/plain; charset=UTF-8", mail.plainText(find(year, number).body()));
    }

    /** The circular's document, byte for byte as sent; there is none before it is first sent by mail or into a folder. */
    @GetMapping(path = NUMBER + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@PathVariable String year, @PathVariable String number) {
        byte[] paper = enclosures.find(find(year, number).id()).orElse(List.of()).stream()
                .filter(enclosure -> enclosure.name().equals(PAPER))
                .findFirst()
                .map(Enclosures.Enclosure::content)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "The document of this circular is made when it is first sent by mail or into a folder; ask again in"
                                + " a minute, or take the JSON, which is the letter"));
        return sent(MediaType.APPLICATION_PDF_VALUE, paper);
    }

    private Issued find(String year, String number) {
        return circulation
                .find(year + "/" + number)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "No such circular; GET /api/agreements/{id}/circulars lists those that were issued"));
    }

    private static ResponseEntity<byte[]> sent(String type, byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(body);
    }
}
