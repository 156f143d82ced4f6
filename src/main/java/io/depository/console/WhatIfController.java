package io.depository.console;

import io.depository.calendar.Today;
import io.depository.correspondence.Names;
import io.depository.parties.Directory;
import io.depository.register.RegisterReader;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Agreement;
import io.depository.treaty.WhatIf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What would follow in law if some acts were received, beside what follows today. Open to all; changes nothing. */
@RestController
class WhatIfController {

    private static final int LIMIT = 1024 * 1024;

    private final Agreements agreements;
    private final Positions positions;
    private final RegisterReader register;
    private final Directory directory;
    private final Names names;
    private final Today today;

    WhatIfController(
            Agreements agreements,
            Positions positions,
            RegisterReader register,
            Directory directory,
            Names names,
            Today today) {
        this.agreements = agreements;
        this.positions = positions;
        this.register = register;
        this.directory = directory;
        this.names = names;
        this.today = today;
    }

    /** Supposes acts; what the law refuses of them has no effect and is told with its reason. */
    @PostMapping("/api/agreements/{id}/what-if")
    @Operation(
            summary = "What would follow if these acts were received; changes nothing",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Supposition.Body.class))),
            responses = {
                @ApiResponse(responseCode = "200"),
                @ApiResponse(
                        responseCode = "400",
                        description = "What is wrong with the body: errors, each with its place as a JSON Pointer",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/Problem")))
            })
    WhatIfView suppose(@PathVariable String id, HttpServletRequest request) throws IOException {
        Agreement agreement = agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No such agreement; GET /api/agreements lists those that are kept"));
        Supposition supposition = Supposition.read(
                body(request),
                agreement.zone(),
                party -> directory.findState(party).isPresent()
                        || agreement.findState(party).isPresent());
        LocalDate asOf = supposition.asOf() == null ? today.date() : supposition.asOf();
        long size = register.size();
        WhatIf whatIf = WhatIf.of(positions.at(id, size), supposition.acts(), asOf);
        return WhatIfView.of(whatIf, names, size);
    }

    @ExceptionHandler
    ProblemDetail unfit(Supposition.Unfit unfit) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, unfit.errors().get(0).message().en());
        problem.setProperty("message", unfit.errors().get(0).message());
        problem.setProperty("errors", unfit.errors());
        return problem;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream stream = request.getInputStream()) {
            byte[] bytes = stream.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw Supposition.Unfit.at(
                        "",
                        "Тело запроса больше 1 МБ; спросите по частям.",
                        "The body is larger than 1 MB; please ask in parts.");
            }
            return bytes;
        }
    }
}
