package io.depository.routing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a route is doing since it was started.
 *
 * @param id its id in the route file
 * @param description what it does, in the words of the route file; empty where there are none
 * @param state {@code started}, {@code stopped}, {@code suspended}, or a passing state such as {@code starting}
 * @param exchanges how many exchanges ended, well or not
 * @param failures how many of them failed
 * @param inflight how many are under way
 * @param lastExchangeAt when the last one ended; null while none has
 * @param lastFailureAt when the last one failed; null while none has
 * @param lastError why the last failed one did; null while none has
 * @param uptime how long it has been running; zero while it is not
 */
public record RouteStatus(
        String id,
        String description,
        String state,
        long exchanges,
        long failures,
        long inflight,
        @Nullable Instant lastExchangeAt,
        @Nullable Instant lastFailureAt,
        @Nullable String lastError,
        Duration uptime) {}
