package io.depository.pages;

import io.depository.calendar.Today;
import io.depository.examination.DryRun;
import io.depository.examination.Resolving;
import io.depository.reading.Reader;
import io.depository.review.ArrivalState;
import io.depository.review.Dossier;
import io.depository.review.Dossiers;
import io.depository.review.Inbox;
import io.depository.review.Instruction;
import io.depository.review.Retrying;
import io.depository.review.Reviewing;
import io.depository.review.Verdict;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One notification with all its legs, and what staff can do about it. */
@Controller
class NotificationPage {

    private final Dossiers dossiers;
    private final Inbox inbox;
    private final Reader reader;
    private final Desk desk;
    private final Retrying retrying;
    private final Forms forms;
    private final JsonMapper json = JsonMapper.builder().build();

    NotificationPage(Dossiers dossiers, Inbox inbox, Reader reader, Desk desk, Retrying retrying, Forms forms) {
        this.dossiers = dossiers;
        this.inbox = inbox;
        this.reader = reader;
        this.desk = desk;
        this.retrying = retrying;
        this.forms = forms;
    }

    /** What a decision needs: what would follow from it, and taking the vote. */
    @Component
    record Desk(Resolving resolving, DryRun dryRun, Reviewing reviewing, Today today) {}

    /** A letter of the dossier with what its JSON says. */
    public record Letter(Dossier.Sent sent, JsonNode said, List<Dossier.Leg> legs) {}

    @GetMapping("/office/inbox/{id}")
    String show(@PathVariable long id, Model model) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> Reviewing.noSuchArrival(id));
        model.addAttribute("dossier", dossier);
        model.addAttribute("line", dossier.line());
        model.addAttribute(
                "letters",
                dossier.letters().stream()
                        .map(sent -> new Letter(sent, json.readTree(sent.body()), dossier.deliveriesOf(sent)))
                        .toList());
        model.addAttribute(
                "inspection", inbox.findArrival(id).map(reader::inspect).orElse(null));
        if (dossier.line().state() == ArrivalState.UNDER_REVIEW) {
            desk.resolving().find(id).ifPresent(note -> {
                model.addAttribute("peopleNeeded", note.peopleNeeded());
                model.addAttribute(
                        "foreseen", desk.dryRun().foresee(note, desk.today().date()));
            });
        }
        return "pages/notification";
    }

    /** The exact bytes that came, to be saved and never shown: somebody else wrote them. */
    @GetMapping("/office/inbox/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        Inbox.Raw raw = inbox.findRaw(id).orElseThrow(() -> Reviewing.noSuchArrival(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("arrival-" + id + (raw.whole() ? "" : "-beginning"))
                                .build()
                                .toString())
                .body(raw.content());
    }

    @PostMapping("/office/inbox/{id}/approve")
    String approve(
            @PathVariable long id,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        return vote(id, Verdict.APPROVE, forms.take(who, token, reason), told);
    }

    @PostMapping("/office/inbox/{id}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        return vote(id, Verdict.RETURN, forms.take(who, token, reason), told);
    }

    @PostMapping("/office/inbox/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        retrying.retryArrival(id, forms.take(who, token, reason));
        told.addFlashAttribute("told", "told.retry");
        return "redirect:/office/inbox/" + id;
    }

    private String vote(long id, Verdict verdict, Instruction instruction, RedirectAttributes told) {
        Reviewing.Progress progress = desk.reviewing().vote(id, verdict, instruction);
        told.addFlashAttribute("told", progress == Reviewing.Progress.DECIDED ? "told.decided" : "told.another");
        return "redirect:/office/inbox/" + id;
    }
}
