package io.depository.pages;

import io.depository.calendar.Today;
import io.depository.console.Supposition;
import io.depository.console.Vantages;
import io.depository.correspondence.Names;
import io.depository.correspondence.StandingTable;
import io.depository.outbox.Circulation;
import io.depository.register.FactStore;
import io.depository.review.Unknown;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.Overlay;
import io.depository.treaty.Overlays;
import io.depository.treaty.PartyCode;
import io.depository.treaty.WhatIf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One agreement: where all states stand, why, on which day, and what would follow from acts that are supposed. */
@Controller
class AgreementPage {

    private static final int CIRCULARS = 50;
    private static final int EMPTY_ROWS = 2;

    private final Agreements agreements;
    private final Positions positions;
    private final FactStore facts;
    private final Circulation circulation;
    private final Sight sight;
    private final JsonMapper json = JsonMapper.builder().build();

    AgreementPage(Agreements agreements, Positions positions, FactStore facts, Circulation circulation, Sight sight) {
        this.agreements = agreements;
        this.positions = positions;
        this.facts = facts;
        this.circulation = circulation;
        this.sight = sight;
    }

    /** From where one looks, and the names that one sees. */
    @Component
    record Sight(Vantages vantages, Names names, Today today) {}

    /** A state in the table. */
    public record Line(StandingTable.Row row, Set<Overlay> overlays) {}

    /** A circular in the list, with what its JSON says. */
    public record Issued(Instant at, JsonNode letter) {}

    @GetMapping("/agreements/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String knownAt,
            @RequestParam MultiValueMap<String, String> form,
            Model model) {
        Agreement agreement = agreements.find(id).orElseThrow(AgreementPage::noSuchAgreement);
        Vantages.Vantage from = sight.vantages().at(day(asOf), instant(knownAt));
        LegalPosition known = positions.at(id, from.treeSize());
        model.addAttribute("asOf", asOf);
        model.addAttribute("knownAt", knownAt);
        model.addAttribute("from", from);
        show(known.asOf(from.asOf()), from, model);
        List<Circulation.Issued> issued = circulation.list(id, null, CIRCULARS);
        model.addAttribute(
                "circulars",
                issued.stream()
                        .map(one -> new Issued(one.at(), json.readTree(one.body())))
                        .toList());
        suppose(Question.of(form), agreement, known, from.asOf(), model);
        return "pages/agreement";
    }

    private void show(LegalPosition position, Vantages.Vantage from, Model model) {
        Overlays overlays =
                new Overlays(position, facts.marks(position.agreement().id(), from.treeSize()), from.asOf());
        model.addAttribute("position", position);
        model.addAttribute(
                "lines",
                StandingTable.of(position, from.asOf(), from.treeSize(), sight.names()).states().stream()
                        .map(row -> new Line(row, overlays.of(row.party())))
                        .toList());
        model.addAttribute("waitingFor", position.waitingFor(from.asOf()));
        model.addAttribute("outlook", position.outlook(from.asOf()));
        model.addAttribute(
                "inForce",
                position.effects().stream()
                        .filter(effect -> effect.kind() == EffectKind.ENTRY_INTO_FORCE)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("timeline", TimeLine.of(position, from.asOf()));
        model.addAttribute("terms", Terms.of(position.agreement().clauses()));
    }

    private void suppose(Question question, Agreement agreement, LegalPosition known, LocalDate asOf, Model model) {
        List<PartyCode> states = sight.names().states();
        List<Question.Row> rows = new ArrayList<>(question.rows());
        for (int i = 0; i < EMPTY_ROWS && rows.size() < Question.MOST; i++) {
            rows.add(new Question.Row("", "", "", ""));
        }
        model.addAttribute("rows", rows);
        model.addAttribute("parties", states);
        model.addAttribute("acts", Act.values());
        if (question.rows().isEmpty()) {
            return;
        }
        try {
            Supposition supposed = question.read(
                    agreement.zone(),
                    party ->
                            states.contains(party) || agreement.findState(party).isPresent());
            model.addAttribute("whatIf", WhatIf.of(known, supposed.acts(), asOf));
        } catch (Supposition.Unfit unfit) {
            model.addAttribute("errors", unfit.errors());
        }
    }

    private static Unknown noSuchAgreement() {
        return new Unknown(new Bilingual(
                "Такого соглашения депозитарий не хранит. Выберите его из списка соглашений.",
                "The depository keeps no such agreement. Choose one from the list of agreements."));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "Это не дата. Запишите ее так: 2026-03-05.", "This is no date. Write it as 2026-03-05.", e);
        }
    }

    /** An instant, or a time in the depository's zone. */
    private @Nullable Instant instant(String text) {
        try {
            return text.isBlank()
                    ? null
                    : text.strip().endsWith("Z")
                            ? Instant.parse(text.strip())
                            : LocalDateTime.parse(text.strip())
                                    .atZone(sight.today().zone())
                                    .toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "Это не время. Запишите его так: 2026-03-05T14:30 (время депозитария) или 2026-03-05T11:30:00Z.",
                    "This is no time. Write it as 2026-03-05T14:30 (the depository's time) or 2026-03-05T11:30:00Z.",
                    e);
        }
    }

    /** A field of a question that cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Bilingual explanation;

        Unreadable(String ru, String en, Throwable cause) {
            super(en, cause);
            this.explanation = new Bilingual(ru, en);
        }

        Bilingual explanation() {
            return explanation;
        }
    }
}
