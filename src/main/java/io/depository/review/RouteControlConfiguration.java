package io.depository.review;

import io.depository.routing.Routes;
import io.depository.staff.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use case of the routes, apart from the others: it alone needs routes that run. */
@Configuration(proxyBeanMethods = false)
class RouteControlConfiguration {

    @Bean
    RouteControl routeControl(Routes routes, Audit audit) {
        return new RouteControl(routes, audit);
    }
}
