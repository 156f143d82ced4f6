package io.depository.benchmark;

import io.depository.local.EmbeddedBroker;
import io.depository.local.LocalServices;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The route most people would write: a transacted JMS consumer and one INSERT a message. It reads nothing, checks no
 * signature, knows no law and answers nobody. Its consumer is kept open (a local transaction of the session, and a
 * caching connection factory), which is the quicker of the usual ways to set it up.
 */
final class PlainRoute implements Contender {

    private static final String ROUTE = "plain";

    private final int consumers;

    PlainRoute(int consumers) {
        this.consumers = consumers;
    }

    @Override
    public String title() {
        return consumers == 1 ? "plain route" : "plain route, " + consumers + " consumers";
    }

    @Override
    public Lap run(LocalServices services, List<SignedNote> notes) throws Exception {
        Queues.fill(services.broker(), Queues.ONE_PARTY, notes);
        CachingConnectionFactory connections = new CachingConnectionFactory(new ActiveMQConnectionFactory(
                services.broker().coreUrl(), EmbeddedBroker.USER, EmbeddedBroker.PASSWORD));
        try (PlainTable table = new PlainTable(services);
                CamelContext camel = new DefaultCamelContext()) {
            camel.addComponent("jms", JmsComponent.jmsComponent(connections));
            camel.addRoutes(route(table));
            camel.start();
            long start = System.nanoTime();
            camel.getRouteController().startRoute(ROUTE);
            Duration took = untilEmpty(services, start);
            camel.stop();
            table.check(notes.size());
            return Lap.of(notes.size(), took);
        } finally {
            connections.destroy();
        }
    }

    private RouteBuilder route(PlainTable table) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                fromF(
                                "jms:queue:%s?transacted=true&lazyCreateTransactionManager=false"
                                        + "&cacheLevelName=CACHE_CONSUMER&concurrentConsumers=%d",
                                Queues.notifications(Queues.ONE_PARTY), consumers)
                        .routeId(ROUTE)
                        .autoStartup(false)
                        .process(exchange -> table.database()
                                .update(
                                        "insert into arrived (body) values (?)",
                                        exchange.getMessage().getBody(byte[].class)));
            }
        };
    }

    /** What is under way to a consumer counts as still there. */
    static Duration untilEmpty(LocalServices services, long start) {
        Awaitility.await("an empty queue")
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> services.broker().messages(Queues.notifications(Queues.ONE_PARTY)) == 0);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
