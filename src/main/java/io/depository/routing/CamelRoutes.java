package io.depository.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.spi.RouteController;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The routes as Camel manages them. */
@Component
class CamelRoutes implements Routes {

    /** One of the controller's commands. */
    private interface Command {
        void run(RouteController controller) throws Exception;
    }

    private final CamelContext context;
    private final LastErrors lastErrors;

    CamelRoutes(CamelContext context, LastErrors lastErrors) {
        this.context = context;
        this.lastErrors = lastErrors;
    }

    @Override
    public List<RouteStatus> listRoutes() {
        return context.getRoutes().stream()
                .map(this::status)
                .sorted(Comparator.comparing(RouteStatus::id))
                .toList();
    }

    @Override
    public Optional<RouteStatus> findRoute(String id) {
        return Optional.ofNullable(context.getRoute(id)).map(this::status);
    }

    @Override
    public List<RouteStep> listSteps(String id) {
        return RouteChain.of(context, id);
    }

    @Override
    public void start(String id) {
        command(id, "start", controller -> controller.startRoute(id));
    }

    @Override
    public void stop(String id) {
        command(id, "stop", controller -> controller.stopRoute(id));
    }

    @Override
    public void suspend(String id) {
        command(id, "suspend", controller -> controller.suspendRoute(id));
    }

    @Override
    public void resume(String id) {
        command(id, "resume", controller -> controller.resumeRoute(id));
    }

    private void command(String id, String name, Command command) {
        if (context.getRoute(id) == null) {
            throw new IllegalArgumentException("There is no route " + id);
        }
        try {
            command.run(context.getRouteController());
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " does not " + name + ": " + e.getMessage(), e);
        }
    }

    private RouteStatus status(Route route) {
        String id = route.getRouteId();
        ManagedCamelContext management = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        ManagedRouteMBean managed = management == null ? null : management.getManagedRoute(id);
        String state = context.getRouteController().getRouteStatus(id).name().toLowerCase(Locale.ROOT);
        String description = route.getDescription() == null ? "" : route.getDescription();
        if (managed == null) {
            // A route that was never started is not managed yet.
            return new RouteStatus(id, description, state, 0, 0, 0, null, null, lastErrors.of(id), Duration.ZERO);
        }
        return new RouteStatus(
                id,
                description,
                state,
                managed.getExchangesTotal(),
                managed.getExchangesFailed(),
                managed.getExchangesInflight(),
                instant(managed.getLastExchangeCompletedTimestamp(), managed.getLastExchangeFailureTimestamp()),
                instant(managed.getLastExchangeFailureTimestamp(), null),
                lastErrors.of(id),
                Duration.ofMillis(managed.getUptimeMillis()));
    }

    private static @Nullable Instant instant(@Nullable Date one, @Nullable Date other) {
        Date later = one == null || (other != null && other.after(one)) ? other : one;
        return later == null ? null : later.toInstant();
    }
}
