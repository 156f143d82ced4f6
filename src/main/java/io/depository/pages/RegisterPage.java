package io.depository.pages;

import io.depository.register.RegisterReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register for anybody to read: its entries, its newest checkpoint, and a check of letters in the reader's browser. */
@Controller
class RegisterPage {

    private static final int A_PAGE = 25;

    private final RegisterReader register;

    RegisterPage(RegisterReader register) {
        this.register = register;
    }

    /** An entry with its record and its hash as text. */
    public record Line(RegisterReader.RegisteredEntry entry, String record, String leafHash) {

        static Line of(RegisterReader.RegisteredEntry entry) {
            return new Line(
                    entry,
                    new String(entry.record(), StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(entry.leafHash()));
        }
    }

    /** Entries in their order, from the index given; the newest ones where none is given. */
    @GetMapping("/register")
    String show(Model model, @RequestParam(required = false) @Nullable Long from) {
        long size = register.size();
        long first = Math.max(0, from == null ? size - A_PAGE : from);
        RegisterReader.Page page = register.entries(first, A_PAGE);
        List<Line> lines = page.entries().stream().map(Line::of).toList();
        model.addAttribute("size", size);
        model.addAttribute("lines", lines);
        model.addAttribute("earlier", first == 0 ? null : Math.max(0, Math.min(first, size) - A_PAGE));
        model.addAttribute("later", page.next());
        model.addAttribute("checkpoint", register.latestCheckpoint().orElse(null));
        model.addAttribute("key", register.verifierKey());
        return "pages/register";
    }
}
