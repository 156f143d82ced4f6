package io.depository.console;

import io.depository.calendar.Today;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Agreement;
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

    private final Agreements agreements;
    private final Positions positions;
    private final RegisterReader register;
    private final Today today;

    AgreementsController(Agreements agreements, Positions positions, RegisterReader register, Today today) {
        this.agreements = agreements;
        this.positions = positions;
        this.register = register;
        this.today = today;
    }

    /** All agreements as of today. Their number is that of the treaties kept: some hundreds at most. */
    @GetMapping
    Items<AgreementView> list() {
        long size = register.size();
        return Items.all(agreements.list().stream()
                .map(agreement -> view(agreement, today.date(), size))
                .toList());
    }

    /**
     * One agreement.
     *
     * @param asOf the date in law; today by default
     * @param knownAt the instant whose knowledge counts; now by default
     */
    @GetMapping("/{id}")
    AgreementView show(
            @PathVariable String id, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        Agreement agreement = agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such agreement; GET /api/agreements lists those that are kept"));
        long size = knownAt == null ? register.size() : register.sizeAt(knownAt);
        return view(agreement, asOf == null ? today.date() : asOf, size);
    }

    private AgreementView view(Agreement agreement, LocalDate asOf, long size) {
        return AgreementView.of(positions.at(agreement.id(), size), asOf, size);
    }
}
