package io.depository.pages;

import io.depository.console.Vantages;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Agreement;
import io.depository.treaty.LegalPosition;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agreements that the depository keeps, each with what it waits for; open to all. */
@Controller
class AgreementsPage {

    private static final int A_PAGE = 50;

    private final Agreements agreements;
    private final Positions positions;
    private final Vantages vantages;

    AgreementsPage(Agreements agreements, Positions positions, Vantages vantages) {
        this.agreements = agreements;
        this.positions = positions;
        this.vantages = vantages;
    }

    @GetMapping("/")
    String show(Model model, @RequestParam(defaultValue = "") String from) {
        Vantages.Vantage now = vantages.now();
        List<Agreement> rest = agreements.list().stream()
                .filter(agreement -> agreement.id().compareTo(from) >= 0)
                .sorted(Comparator.comparing(Agreement::id))
                .limit(A_PAGE + 1L)
                .toList();
        List<LegalPosition> shown = rest.stream()
                .limit(A_PAGE)
                .map(agreement -> positions.at(agreement.id(), now.treeSize()).asOf(now.asOf()))
                .toList();
        model.addAttribute("date", now.asOf());
        model.addAttribute("positions", shown);
        model.addAttribute("next", rest.size() > A_PAGE ? rest.get(A_PAGE).id() : null);
        return "pages/agreements";
    }
}
