package io.depository.routing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Figures of each route for monitoring: {@code depository.route.exchanges}, {@code .failures}, {@code .inflight} and
 * {@code .last} (seconds since 1970 of the last exchange; 0 while none), with the tag {@code route}.
 */
@Component
class RouteMetrics implements CamelContextConfiguration {

    private final Routes routes;
    private final MeterRegistry meters;

    RouteMetrics(@Lazy Routes routes, MeterRegistry meters) {
        this.routes = routes;
        this.meters = meters;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // There are no routes to count before the start.
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        routes.listRoutes().forEach(route -> register(route.id()));
    }

    void register(String id) {
        gauge("exchanges", id, RouteStatus::exchanges);
        gauge("failures", id, RouteStatus::failures);
        gauge("inflight", id, RouteStatus::inflight);
        gauge("last", id, RouteMetrics::lastSecond);
    }

    private void gauge(String name, String id, ToDoubleFunction<RouteStatus> figure) {
        Gauge.builder(
                        "depository.route." + name,
                        routes,
                        all -> all.findRoute(id).map(figure::applyAsDouble).orElse(Double.NaN))
                .tag("route", id)
                .register(meters);
    }

    private static double lastSecond(RouteStatus status) {
        Instant last = status.lastExchangeAt();
        return last == null ? 0 : last.getEpochSecond();
    }
}
