package io.depository.routing;

import java.util.List;
import java.util.Optional;

/** The routes as staff see and handle them, without Camel. Safe for concurrent use. */
public interface Routes {

    /** All routes, in the order of their ids. */
    List<RouteStatus> listRoutes();

    Optional<RouteStatus> findRoute(String id);

    /** The route step by step, from where it begins; steps within others follow these. Empty where there is no such route. */
    List<RouteStep> listSteps(String id);

    /**
     * Starts a stopped route. A running one is left as it is.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws IllegalStateException when it does not start
     */
    void start(String id);

    /** Stops a route after what it has in hand. Throws as {@link #start}. */
    void stop(String id);

    /** Lets a route pause without giving up its resources. Throws as {@link #start}. */
    void suspend(String id);

    /** Lets a suspended route go on. Throws as {@link #start}. */
    void resume(String id);
}
