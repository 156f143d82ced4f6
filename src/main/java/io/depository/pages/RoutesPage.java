package io.depository.pages;

import io.depository.review.RouteControl;
import io.depository.review.RouteControl.Command;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The routes of this process: how each is doing, its steps, and what staff can ask of it. */
@Controller
class RoutesPage {

    private final RouteControl routes;
    private final Forms forms;

    RoutesPage(RouteControl routes, Forms forms) {
        this.routes = routes;
        this.forms = forms;
    }

    @GetMapping("/office/routes")
    String list(Model model) {
        model.addAttribute("routes", routes.list());
        return "pages/routes";
    }

    @GetMapping("/office/routes/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("route", routes.get(id));
        model.addAttribute("steps", routes.listSteps(id));
        model.addAttribute("commands", Command.values());
        return "pages/route";
    }

    @PostMapping("/office/routes/{id}")
    String command(
            @PathVariable String id,
            @RequestParam Command command,
            @RequestParam UUID token,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes told) {
        routes.command(id, command, forms.take(who, token, reason));
        told.addFlashAttribute("told", "told.route");
        return "redirect:/office/routes/{id}";
    }
}
