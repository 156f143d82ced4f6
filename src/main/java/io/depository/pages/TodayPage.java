package io.depository.pages;

import io.depository.calendar.DutyBook;
import io.depository.calendar.Today;
import io.depository.outbox.Deliveries;
import io.depository.review.ArrivalState;
import io.depository.review.Inbox;
import io.depository.review.RouteControl;
import io.depository.routing.RouteStatus;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs somebody today: decisions, what falls due, what was not delivered, and the routes in one line. */
@Controller
class TodayPage {

    /** More than a person looks at; the rest is a page away. */
    private static final int MOST = 20;

    private final Inbox inbox;
    private final Deliveries deliveries;
    private final DutyBook duties;
    private final RouteControl routes;
    private final Today today;

    TodayPage(Inbox inbox, Deliveries deliveries, DutyBook duties, RouteControl routes, Today today) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.duties = duties;
        this.routes = routes;
        this.today = today;
    }

    @GetMapping("/office")
    String show(Model model) {
        model.addAttribute("date", today.date());
        model.addAttribute("held", waiting(ArrivalState.UNDER_REVIEW));
        model.addAttribute("quarantined", waiting(ArrivalState.QUARANTINED));
        model.addAttribute("duties", duties.upcoming(MOST));
        model.addAttribute("failed", deliveries.listLatest(Deliveries.State.FAILED, Long.MAX_VALUE, MOST));
        model.addAttribute("bounced", deliveries.listLatest(Deliveries.State.BOUNCED, Long.MAX_VALUE, MOST));
        model.addAttribute("figures", deliveries.figures());
        List<RouteStatus> all = routes.list();
        model.addAttribute("routes", all.size());
        model.addAttribute(
                "resting",
                all.stream().filter(route -> !route.state().equals("started")).toList());
        return "pages/today";
    }

    private List<Inbox.Line> waiting(ArrivalState state) {
        return inbox.list(state, 0, MOST);
    }
}
