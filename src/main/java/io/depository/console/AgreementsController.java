package io.depository.console;

import io.depository.correspondence.Names;
import io.depository.register.FactStore;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Agreement;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Agreements with the standing of their states, open to all. */
@RestController
@RequestMapping("/api/agreements")
class AgreementsController {

    /** The most that are shown at once. */
    private static final int MOST = 1000;

    private final Agreements agreements;
    private final Positions positions;
    private final FactStore facts;
    private final Names names;
    private final Vantages vantages;

    AgreementsController(Agreements agreements, Positions positions, FactStore facts, Names names, Vantages vantages) {
        this.agreements = agreements;
        this.positions = positions;
        this.facts = facts;
        this.names = names;
        this.vantages = vantages;
    }

    /**
     * The agreements as of today, by id.
     *
     * @param from the id to begin with, as {@code next} names it; the first one by default
     * @param limit at most so many, 1 to 1000
     */
    @GetMapping
    Items<AgreementView> list(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "100")
                    @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "" + MOST))
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must lie between 1 and " + MOST);
        }
        Vantages.Vantage now = vantages.now();
        return Items.page(agreements.list(), Agreement::id, from, limit).map(agreement -> view(agreement, now));
    }

    /**
     * One agreement.
     *
     * @param asOf the date in law, from the year 1900 to 9999; today by default
     * @param knownAt the instant whose knowledge counts, not in the future; now by default
     */
    @GetMapping("/{id}")
    AgreementView show(
            @PathVariable String id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        Agreement agreement = agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such agreement; GET /api/agreements lists those that are kept"));
        return view(agreement, vantages.at(asOf, knownAt));
    }

    private AgreementView view(Agreement agreement, Vantages.Vantage from) {
        return AgreementView.of(
                positions.at(agreement.id(), from.treeSize()),
                facts.marks(agreement.id(), from.treeSize()),
                names,
                from.asOf(),
                from.treeSize());
    }
}
