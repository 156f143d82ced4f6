package io.depository.pages;

import io.depository.staff.Audit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff did, the latest first. */
@Controller
class AuditPage {

    private static final int A_PAGE = 100;

    private final Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/office/audit")
    String show(Model model, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        Part.of(audit.listLatest(before, A_PAGE + 1), A_PAGE, Audit.Line::id).addTo(model);
        return "pages/audit";
    }
}
