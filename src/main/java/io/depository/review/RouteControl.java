package io.depository.review;

import io.depository.routing.RouteStatus;
import io.depository.routing.RouteStep;
import io.depository.routing.Routes;
import io.depository.staff.Audit;
import io.depository.treaty.Bilingual;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lets staff start and stop routes of this process. What a route has not taken in waits where it is. */
public class RouteControl {

    /** What can be asked of a route. */
    public enum Command {
        START,
        STOP,
        SUSPEND,
        RESUME
    }

    private final Routes routes;
    private final Audit audit;

    RouteControl(Routes routes, Audit audit) {
        this.routes = routes;
        this.audit = audit;
    }

    /** All routes, in the order of their ids. */
    public List<RouteStatus> list() {
        return routes.listRoutes();
    }

    /** How the route is. Throws {@link Unknown} where there is no such route. */
    public RouteStatus get(String id) {
        return routes.findRoute(id).orElseThrow(() -> noSuchRoute(id));
    }

    /** The route step by step. Throws {@link Unknown} where there is no such route. */
    public List<RouteStep> listSteps(String id) {
        return routes.listSteps(get(id).id());
    }

    /** Another text whenever a route of this process begins or ends something other than an exchange. */
    public String states() {
        return list().stream().map(route -> route.id() + " " + route.state()).collect(Collectors.joining(" "));
    }

    /**
     * Commands a route. The audit has the line before anything happens: a command that ends the process has its trace.
     *
     * @return how the route is afterwards
     * @throws Unknown when there is no such route
     * @throws Conflict when it does not obey
     */
    public RouteStatus command(String id, Command command, Instruction instruction) {
        get(id);
        String name = command.name().toLowerCase(Locale.ROOT);
        audit.write(instruction.who(), "routes." + name, "routes/" + id, instruction.reason());
        try {
            run(id, command);
        } catch (IllegalStateException e) {
            audit.write(
                    instruction.who(), "routes." + name + ".failed", "routes/" + id, String.valueOf(e.getMessage()));
            throw new Conflict(
                    Conflict.Code.NOT_IN_THAT_STATE,
                    new Bilingual(
                            "Маршрут " + id + " не выполнил команду " + name + ": причина в журнале.",
                            "Route " + id + " did not obey " + name + "; the log tells why."));
        }
        return get(id);
    }

    private void run(String id, Command command) {
        switch (command) {
            case START -> routes.start(id);
            case STOP -> routes.stop(id);
            case SUSPEND -> routes.suspend(id);
            case RESUME -> routes.resume(id);
        }
    }

    private static Unknown noSuchRoute(String id) {
        return new Unknown(new Bilingual(
                "Такого маршрута нет; список дает GET /api/routes.",
                "There is no such route; GET /api/routes lists them."));
    }
}
