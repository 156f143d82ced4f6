package io.depository.pages;

import io.depository.notification.Code;
import io.depository.notification.Findings;
import io.depository.review.ArrivalState;
import io.depository.treaty.Bilingual;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the codes mean and what to do about each, and what the states of an arrival are; open to all. */
@Controller
class HelpPage {

    private static final Bilingual NO_REASON = new Bilingual("", "");

    /** A code, with the sentence that each answer with it ends with. */
    public record Entry(Code code, Bilingual remedy) {

        static Entry of(Code code) {
            return new Entry(code, Findings.refusal(code, NO_REASON, null).message());
        }
    }

    @GetMapping("/help")
    String show(Model model) {
        model.addAttribute("refusals", entries(false));
        model.addAttribute("warnings", entries(true));
        model.addAttribute("states", ArrivalState.values());
        return "pages/help";
    }

    private static List<Entry> entries(boolean warnings) {
        return Arrays.stream(Code.values())
                .filter(code -> code.isWarning() == warnings)
                .map(Entry::of)
                .toList();
    }
}
