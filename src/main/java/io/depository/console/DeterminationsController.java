package io.depository.console;

import io.depository.review.Determinations;
import io.depository.review.Instruction;
import io.depository.treaty.Bilingual;
import io.depository.treaty.EffectKind;
import io.depository.treaty.PartyCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors determine under an agreement. */
@RestController
@RequestMapping("/api/agreements/{id}")
class DeterminationsController {

    private final Determinations determinations;

    DeterminationsController(Determinations determinations) {
        this.determinations = determinations;
    }

    /** Another day than the one that is counted. */
    record NewDate(
            @Schema(description = "entry-into-force, entry-into-force-for-party or withdrawal-effective") @Nullable
            String effect,

            @Schema(description = "The state, except for entry-into-force", example = "KG") @Nullable
            String party,

            @Nullable LocalDate on,

            @Schema(description = "Why, in both languages; goes to all states") @Nullable
            Bilingual reason) {}

    /** Whether a state signed. */
    record NewSignature(
            @Schema(example = "RU") @Nullable String party,
            @Nullable Boolean signed,

            @Schema(description = "How that is known, in both languages") @Nullable
            Bilingual reason) {}

    /** The register's entry. */
    record Recorded(long entry) {}

    @PostMapping("/dates")
    @Operation(
            summary = "Records another day than the one that is counted; both are kept, and all states are told",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewDate.class))))
    Recorded recordDate(@PathVariable String id, HttpServletRequest request) throws IOException {
        NewDate asked = Instructions.body(request, NewDate.class);
        EffectKind kind = EffectKind.find(String.valueOf(asked.effect())).orElseThrow(Instructions.Unreadable::new);
        Bilingual reason = whole(asked.reason());
        LocalDate on = asked.on();
        if (on == null) {
            throw new Instructions.Unreadable();
        }
        PartyCode party = asked.party() == null ? null : party(asked.party());
        return new Recorded(determinations.recordDate(id, kind, party, on, reason, instruction(request, reason)));
    }

    @PostMapping("/signatures")
    @Operation(
            summary = "Records whether a state signed, where the agreement's copy leaves that in doubt",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = NewSignature.class))))
    Recorded settleSignature(@PathVariable String id, HttpServletRequest request) throws IOException {
        NewSignature asked = Instructions.body(request, NewSignature.class);
        Boolean signed = asked.signed();
        if (asked.party() == null || signed == null) {
            throw new Instructions.Unreadable();
        }
        Bilingual reason = whole(asked.reason());
        return new Recorded(
                determinations.settleSignature(id, party(asked.party()), signed, reason, instruction(request, reason)));
    }

    private static Instruction instruction(HttpServletRequest request, Bilingual reason) {
        return Instructions.of(request, reason.ru());
    }

    private static PartyCode party(@Nullable String code) {
        return PartyCode.find(Objects.requireNonNullElse(code, "")).orElseThrow(Instructions.Unreadable::new);
    }

    /** The reason, in both languages; whatever the body says it may lack one. */
    private static Bilingual whole(@Nullable Bilingual reason) {
        if (reason == null || isBlank(reason.ru()) || isBlank(reason.en())) {
            throw new Instructions.Unreadable();
        }
        return new Bilingual(reason.ru().strip(), reason.en().strip());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
