package io.depository.console;

import io.depository.routing.RouteStatus;
import io.depository.routing.Routes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes with their figures. Looking only: what changes their state waits for staff's login. */
@RestController
class RoutesController {

    private final Routes routes;

    RoutesController(Routes routes) {
        this.routes = routes;
    }

    @GetMapping("/api/routes")
    Items<RouteStatus> list() {
        return Items.all(routes.listRoutes());
    }
}
