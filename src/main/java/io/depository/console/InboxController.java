package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.parties.Channel;
import io.depository.reading.Inspection;
import io.depository.reading.LookAlike;
import io.depository.reading.MailEvidence;
import io.depository.reading.Reader;
import io.depository.review.ArrivalState;
import io.depository.review.Inbox;
import io.depository.review.Retrying;
import io.depository.review.Reviewing;
import io.depository.review.Verdict;
import io.depository.review.Vote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived, for staff. */
@RestController
@RequestMapping("/api/inbox")
@Tag(name = "inbox", description = "What arrived, for staff")
class InboxController {

    private final Inbox inbox;
    private final Reviewing reviewing;
    private final Retrying retrying;
    private final Reader reader;

    InboxController(Inbox inbox, Reviewing reviewing, Retrying retrying, Reader reader) {
        this.inbox = inbox;
        this.reviewing = reviewing;
        this.retrying = retrying;
        this.reader = reader;
    }

    /** An arrival in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArrivalView(
            long id,
            String state,
            String channel,
            @Nullable String party,
            @Nullable String agreement,
            @Nullable String act,
            @Nullable String reference,
            Instant receivedAt,
            @Nullable String cause,
            @Nullable List<VoteView> reviews,

            @Schema(description = "Of a mail, what its header says of where it came from. Evidence: decides nothing")
            @Nullable
            MailEvidence mail,

            @Nullable List<AttachmentView> attachments,
            @Nullable List<LookAlike> lookAlikes) {

        static ArrivalView of(Inbox.Line line) {
            return of(line, null, null, null);
        }

        static ArrivalView of(
                Inbox.Line line,
                @Nullable List<VoteView> reviews,
                @Nullable MailEvidence mail,
                @Nullable Inspection inspection) {
            return new ArrivalView(
                    line.id(),
                    line.state().wireName(),
                    line.channel(),
                    line.party(),
                    line.agreement(),
                    line.act(),
                    line.reference(),
                    line.receivedAt(),
                    line.cause(),
                    reviews,
                    mail,
                    inspection == null ? null : AttachmentView.all(inspection.attachments()),
                    inspection == null ? null : inspection.lookAlikes());
        }
    }

    /** What a member of staff said about it. */
    record VoteView(String verdict, String by, Instant at, String reason) {

        static VoteView of(Vote vote) {
            return new VoteView(vote.verdict().wireName(), vote.by(), vote.at(), vote.reason());
        }
    }

    @GetMapping
    @Operation(
            summary = "Arrivals in the order in which they were stored",
            description = "state: undecided, under-review, returned, registered, repeat, quarantined, set-aside."
                    + " next, where there is one, is the from of the part that follows")
    Items<ArrivalView> list(
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = Slice.USUAL) int limit) {
        ArrivalState wanted = Slice.choice(state, ArrivalState.values(), ArrivalState::wireName);
        return Slice.of(from, limit).show(most -> inbox.list(wanted, from, most), ArrivalView::of, ArrivalView::id);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One arrival, with what staff said about it, what is in it, and of a mail whom its header names",
            description =
                    "attachments: GET /api/inbox/{id}/attachments/{index} gives each. lookAlikes: words that may be"
                            + " read as others, with their code points")
    ArrivalView show(@PathVariable long id) {
        Inbox.Line line = inbox.find(id).orElseThrow(() -> Reviewing.noSuchArrival(id));
        MailEvidence mail = line.channel().equals(Channel.MAIL.wireName())
                ? inbox.findRaw(id).map(raw -> MailEvidence.of(raw.content())).orElse(null)
                : null;
        return ArrivalView.of(
                line,
                reviewing.votesOn(id).stream().map(VoteView::of).toList(),
                mail,
                inbox.findArrival(id).map(reader::inspect).orElse(null));
    }

    @PostMapping("/{id}/approve")
    @Operation(
            summary = "Approves what is under review: it is examined again at once and registered",
            description = "A withdrawal or revocation needs two different people: the first gets 202, the second 200."
                    + " 409 where the same person asks twice, it is decided already, or a rule refuses it now (code)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    @ApiResponse(responseCode = "200", description = "It is registered")
    @ApiResponse(responseCode = "202", description = "Another person must approve it too")
    @ApiResponse(responseCode = "409", description = "Not done, and why (RFC 9457)", content = @Content)
    ResponseEntity<ArrivalView> approve(@PathVariable long id, HttpServletRequest request) throws IOException {
        return vote(id, Verdict.APPROVE, request);
    }

    @PostMapping("/{id}/return")
    @Operation(
            summary = "Gives back what is under review, with the reason",
            description = "The sender gets a second acknowledgement, returned, with the code RETURNED_BY_STAFF. Where"
                    + " two people are needed the first gets 202, the second 200",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    @ApiResponse(responseCode = "200", description = "It is returned")
    @ApiResponse(responseCode = "202", description = "Another person must return it too")
    @ApiResponse(responseCode = "409", description = "Not done, and why (RFC 9457)", content = @Content)
    ResponseEntity<ArrivalView> giveBack(@PathVariable long id, HttpServletRequest request) throws IOException {
        return vote(id, Verdict.RETURN, request);
    }

    private ResponseEntity<ArrivalView> vote(long id, Verdict verdict, HttpServletRequest request) throws IOException {
        Reviewing.Progress progress = reviewing.vote(id, verdict, Instructions.explained(request));
        HttpStatus status = progress == Reviewing.Progress.DECIDED ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(show(id));
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Lets an arrival out of quarantine, to be examined again",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    ArrivalView retry(@PathVariable long id, HttpServletRequest request) throws IOException {
        retrying.retryArrival(id, Instructions.explained(request));
        return show(id);
    }
}
