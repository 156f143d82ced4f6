package io.depository.pages;

import io.depository.correspondence.Names;
import io.depository.review.ArrivalState;
import io.depository.review.Inbox;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that ever arrived, the latest first, found by state, party, reference, code, cause or number. */
@Controller
class InboxPage {

    private static final int A_PAGE = 50;

    private final Inbox inbox;
    private final Names names;

    InboxPage(Inbox inbox, Names names) {
        this.inbox = inbox;
        this.names = names;
    }

    @GetMapping("/office/inbox")
    String show(
            Model model,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        @Nullable
        ArrivalState wanted = Arrays.stream(ArrivalState.values())
                .filter(one -> one.wireName().equals(state))
                .findFirst()
                .orElse(null);
        Inbox.Search search = new Inbox.Search(
                wanted, blankAsNull(party.strip().toUpperCase(Locale.ROOT)), blankAsNull(text.strip()));
        List<Inbox.Line> found = inbox.search(search, before, A_PAGE + 1);
        model.addAttribute("states", ArrivalState.values());
        model.addAttribute("parties", names.states());
        model.addAttribute("state", state);
        model.addAttribute("party", party);
        model.addAttribute("text", text);
        Part.of(found, A_PAGE, Inbox.Line::id).addTo(model);
        return "pages/inbox";
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
