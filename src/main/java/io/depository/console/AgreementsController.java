package io.depository.console;

import io.depository.calendar.Today;
import io.depository.correspondence.Names;
import io.depository.register.FactStore;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Agreement;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST_INSTANT =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    /** Entries are recorded by the database's clock, which may be a little ahead of this one. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Agreements agreements;
    private final Positions positions;
    private final RegisterReader register;
    private final FactStore facts;
    private final Names names;
    private final Today today;
    private final Clock clock;

    AgreementsController(
            Agreements agreements,
            Positions positions,
            RegisterReader register,
            FactStore facts,
            Names names,
            Today today,
            Clock clock) {
        this.agreements = agreements;
        this.positions = positions;
        this.register = register;
        this.facts = facts;
        this.names = names;
        this.today = today;
        this.clock = clock;
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
        long size = register.size();
        return Items.page(agreements.list(), Agreement::id, from, limit)
                .map(agreement -> view(agreement, today.date(), size));
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
        long size = knownAt == null ? register.size() : register.sizeAt(known(knownAt));
        return view(agreement, asOf == null ? today.date() : inHistory(asOf), size);
    }

    /** An instant of record: what the register will say later is not known. */
    private Instant known(Instant knownAt) {
        if (knownAt.isAfter(clock.instant().plus(SKEW))) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "What the register will say is not known yet: knownAt is in the future");
        }
        if (knownAt.isBefore(FIRST_INSTANT)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "knownAt must not be before the year " + FIRST_YEAR);
        }
        return knownAt;
    }

    private static LocalDate inHistory(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "asOf must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return date;
    }

    private AgreementView view(Agreement agreement, LocalDate asOf, long size) {
        return AgreementView.of(
                positions.at(agreement.id(), size), facts.marks(agreement.id(), size), names, asOf, size);
    }
}
