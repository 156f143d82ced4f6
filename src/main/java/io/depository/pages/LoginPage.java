package io.depository.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff log in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show(
            Model model,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String ended) {
        model.addAttribute("ended", ended != null);
        model.addAttribute("refused", error != null);
        return "pages/login";
    }
}
