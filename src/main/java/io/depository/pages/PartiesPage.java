package io.depository.pages;

import io.depository.parties.Directory;
import io.depository.parties.EndingKeys;
import io.depository.parties.RegisteredKey;
import io.depository.parties.Registration;
import io.depository.parties.State;
import io.depository.review.DirectoryKeeping;
import io.depository.review.Instruction;
import io.depository.review.ProposedKey;
import io.depository.review.Reviewing.Progress;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory: each state with its channels and keys, what ends soon, and what waits for a second person. */
@Controller
class PartiesPage {

    /** More than a person looks at. */
    private static final int MOST_PROPOSALS = 100;

    private final Directory directory;
    private final DirectoryKeeping keeping;
    private final EndingKeys ending;
    private final Forms forms;
    private final Clock clock;

    PartiesPage(Directory directory, DirectoryKeeping keeping, EndingKeys ending, Forms forms, Clock clock) {
        this.directory = directory;
        this.keeping = keeping;
        this.ending = ending;
        this.forms = forms;
        this.clock = clock;
    }

    /** A state with its channels. */
    public record Line(State state, List<Registration> channels) {}

    /** A key, and how it stands now: {@code valid}, {@code future}, {@code ended} or {@code revoked}. */
    public record KeyLine(RegisteredKey key, String state) {

        static KeyLine of(RegisteredKey key, Instant now) {
            if (key.isRevokedAt(now)) {
                return new KeyLine(key, "revoked");
            }
            if (key.isValidAt(now)) {
                return new KeyLine(key, "valid");
            }
            return new KeyLine(key, now.isBefore(key.validFrom()) ? "future" : "ended");
        }

        /** Whether there is still something to revoke. */
        public boolean revocable() {
            return key.revokedAt() == null;
        }
    }

    @GetMapping("/office/parties")
    String list(Model model) {
        model.addAttribute(
                "parties",
                directory.listStates().stream()
                        .map(state -> new Line(state, directory.listChannels(state.party())))
                        .toList());
        model.addAttribute("ending", ending.list(clock.instant()));
        model.addAttribute("proposals", keeping.listWaiting(MOST_PROPOSALS));
        return "pages/parties";
    }

    @GetMapping("/office/parties/{party}")
    String show(@PathVariable String party, Model model) {
        Instant now = clock.instant();
        model.addAttribute("state", directory.findState(keeping.stateOf(party)).orElseThrow());
        model.addAttribute("channels", keeping.listChannels(party));
        model.addAttribute(
                "keys",
                keeping.listKeys(party).stream()
                        .map(key -> KeyLine.of(key, now))
                        .toList());
        model.addAttribute(
                "ending",
                ending.list(now).stream()
                        .filter(one -> one.party().value().equals(party))
                        .toList());
        model.addAttribute(
                "proposals",
                keeping.listWaiting(MOST_PROPOSALS).stream()
                        .filter(one -> one.party().value().equals(party))
                        .toList());
        return "pages/party";
    }

    @PostMapping("/office/parties/{party}/keys")
    String propose(
            @PathVariable String party,
            @RequestParam String publicKey,
            @RequestParam String kid,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        String compared = kid.strip();
        ProposedKey key = ProposedKey.read(compared.isEmpty() ? null : compared, publicKey, null, null);
        Progress progress = keeping.propose(party, key, forms.take(who, token, reason));
        told.addFlashAttribute("told", progress == Progress.DECIDED ? "told.key" : "told.key.another");
        return "redirect:/office/parties/{party}";
    }

    @PostMapping("/office/parties/{party}/keys/{kid}/revoke")
    String revoke(
            @PathVariable String party,
            @PathVariable String kid,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        Instruction instruction = forms.take(who, token, reason);
        keeping.revoke(party, kid, instruction);
        told.addFlashAttribute("told", "told.key.revoked");
        return "redirect:/office/parties/{party}";
    }
}
