package io.depository.review;

import io.depository.inbox.Wake;
import io.depository.inbox.Worklist;
import io.depository.outbox.Deliveries;
import io.depository.routing.Routes;
import io.depository.staff.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the use cases of staff together. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    Retrying retrying(
            Worklist worklist,
            Deliveries deliveries,
            Inbox inbox,
            Audit audit,
            Wake wake,
            TransactionTemplate transaction) {
        return new Retrying(worklist, deliveries, inbox, audit, wake, transaction);
    }

    @Bean
    RouteControl routeControl(Routes routes, Audit audit) {
        return new RouteControl(routes, audit);
    }
}
