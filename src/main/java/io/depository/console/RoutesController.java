package io.depository.console;

import io.depository.review.RouteControl;
import io.depository.review.RouteControl.Command;
import io.depository.review.Unknown;
import io.depository.routing.RouteStatus;
import io.depository.treaty.Bilingual;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes with their figures, for staff. */
@RestController
@RequestMapping("/api/routes")
@Tag(name = "routes", description = "The routes of this process, for staff")
class RoutesController {

    private final RouteControl routes;

    RoutesController(RouteControl routes) {
        this.routes = routes;
    }

    @GetMapping
    @Operation(summary = "All routes, how they are and what they did since they were started")
    Items<RouteStatus> list() {
        return Items.all(routes.list());
    }

    @PostMapping("/{id}/{command}")
    @Operation(
            summary = "Starts, stops, suspends or resumes a route",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    RouteStatus command(
            @PathVariable String id,
            @Parameter(schema = @Schema(allowableValues = {"start", "stop", "suspend", "resume"})) @PathVariable
                    String command,
            HttpServletRequest request)
            throws IOException {
        return routes.command(id, commandOf(command), Instructions.explainedOrNot(request));
    }

    private static Command commandOf(String command) {
        for (Command known : Command.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(command)) {
                return known;
            }
        }
        throw new Unknown(new Bilingual(
                "Маршрут умеет start, stop, suspend и resume.", "A route knows start, stop, suspend and resume."));
    }
}
