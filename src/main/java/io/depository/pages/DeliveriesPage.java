package io.depository.pages;

import io.depository.outbox.Deliveries;
import io.depository.review.Retrying;
import java.security.Principal;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was sent to whom, the latest first, what the other side said, and another try of what failed. */
@Controller
class DeliveriesPage {

    private static final int A_PAGE = 50;

    private final Deliveries deliveries;
    private final Retrying retrying;
    private final Forms forms;

    DeliveriesPage(Deliveries deliveries, Retrying retrying, Forms forms) {
        this.deliveries = deliveries;
        this.retrying = retrying;
        this.forms = forms;
    }

    @GetMapping("/office/deliveries")
    String show(
            Model model,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        Deliveries.@Nullable State wanted = Arrays.stream(Deliveries.State.values())
                .filter(one -> one.wireName().equals(state))
                .findFirst()
                .orElse(null);
        Part.of(deliveries.listLatest(wanted, before, A_PAGE + 1), A_PAGE, Deliveries.Line::id)
                .addTo(model);
        model.addAttribute("states", Deliveries.State.values());
        model.addAttribute("state", wanted == null ? "" : state);
        return "pages/deliveries";
    }

    @PostMapping("/office/deliveries/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        retrying.retryDelivery(id, forms.take(who, token, reason));
        told.addFlashAttribute("told", "told.delivery");
        return "redirect:/office/deliveries";
    }
}
