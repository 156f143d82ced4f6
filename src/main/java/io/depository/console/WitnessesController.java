package io.depository.console;

import io.depository.register.Cosigned;
import io.depository.treaty.PartyCode;
import io.depository.witness.WitnessRefused;
import io.depository.witness.Witnesses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register's witnesses, open to all: only a signature by a registered key is kept (C2SP tlog-cosignature). */
@RestController
@RequestMapping("/api/register/witnesses")
@Tag(name = "witnesses", description = "Who has cosigned the register's checkpoints (C2SP tlog-cosignature)")
class WitnessesController {

    private static final int LIMIT = 16 * 1024;
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    private final Witnesses witnesses;

    WitnessesController(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** Who has cosigned, and the largest tree that each has. */
    record Statements(List<Witnesses.Statement> witnesses) {}

    @GetMapping
    Statements list() {
        return new Statements(witnesses.list());
    }

    @PostMapping(produces = TEXT)
    @Operation(
            summary = "Keeps the cosignature of a witness that the operator names beneath the checkpoint in the body")
    String accept(HttpServletRequest request) throws IOException {
        return accept(request, null);
    }

    @PostMapping(path = "/{party}", produces = TEXT)
    @Operation(
            summary =
                    "Keeps the cosignature of a party, by a key registered for it, beneath the checkpoint in the body")
    String accept(@PathVariable String party, HttpServletRequest request) throws IOException {
        return accept(
                request,
                PartyCode.find(party)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "A party is named by its ISO code, such as KG")));
    }

    /** The signature lines that are kept. */
    private String accept(HttpServletRequest request, @Nullable PartyCode party) throws IOException {
        String note = new String(request.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8);
        return witnesses.accept(note, party).stream()
                .map(Cosigned::line)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @ExceptionHandler
    ProblemDetail refused(WitnessRefused refused) {
        HttpStatus status = switch (refused.code()) {
            case UNKNOWN_WITNESS -> HttpStatus.FORBIDDEN;
            case OTHER_HISTORY, WENT_BACK -> HttpStatus.CONFLICT;
            case NOT_OUR_CHECKPOINT, IN_THE_FUTURE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, refused.explanation().en());
        problem.setProperty("message", refused.explanation());
        problem.setProperty("code", refused.code().name());
        return problem;
    }
}
