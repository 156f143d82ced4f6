package io.depository.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.depository.outbox.Deliveries;
import io.depository.review.Retrying;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of deliveries, for staff: what was sent to whom, when, by which channel, or what is wrong. */
@RestController
@RequestMapping("/api/deliveries")
@Tag(name = "deliveries", description = "What was sent to whom, when, by which channel, or what is wrong; for staff")
class DeliveriesController {

    private final Deliveries deliveries;
    private final Retrying retrying;

    DeliveriesController(Deliveries deliveries, Retrying retrying) {
        this.deliveries = deliveries;
        this.retrying = retrying;
    }

    /** A delivery in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            long id,
            String state,
            String letter,
            String type,
            @Nullable String number,
            String party,
            @Nullable String channel,
            @Nullable String address,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String answer) {

        static DeliveryView of(Deliveries.Line line) {
            return new DeliveryView(
                    line.id(),
                    line.state(),
                    line.letter(),
                    line.type(),
                    line.number(),
                    line.party().value(),
                    line.channel() == null ? null : line.channel().wireName(),
                    line.address(),
                    line.attempts(),
                    line.createdAt(),
                    line.sentAt(),
                    line.answer());
        }
    }

    @GetMapping
    @Operation(
            summary = "Deliveries in the order in which they were put down",
            description = "state: due, sent, failed, bounced, no-channel."
                    + " next, where there is one, is the from of the part that follows")
    Items<DeliveryView> list(
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = Slice.USUAL) int limit) {
        Deliveries.State wanted = Slice.choice(state, Deliveries.State.values(), Deliveries.State::wireName);
        return Slice.of(from, limit)
                .show(most -> deliveries.list(wanted, from - 1, most), DeliveryView::of, DeliveryView::id);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Sends a letter again whose delivery had failed for good",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = Instructions.Why.class))))
    DeliveryView retry(@PathVariable long id, HttpServletRequest request) throws IOException {
        retrying.retryDelivery(id, Instructions.explainedOrNot(request));
        return deliveries.list(null, id - 1, 1).stream()
                .map(DeliveryView::of)
                .findFirst()
                .orElseThrow();
    }
}
