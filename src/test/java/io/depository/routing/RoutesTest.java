package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.depository.inbox.Wake;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class RoutesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static ConfigurableApplicationContext application;

    private final Routes routes = application.getBean(Routes.class);
    private final Wake wake = application.getBean(Wake.class);
    private final Wakes wakes = application.getBean(Wakes.class);

    /** What the sample routes call. */
    public static final class Wakes {

        private final AtomicInteger counted = new AtomicInteger();

        public void count() {
            counted.incrementAndGet();
        }

        public void fail() {
            throw new IllegalStateException("as it always does");
        }
    }

    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    @Import({RoutingConfiguration.class, CamelRoutes.class, LastErrors.class, RouteMetrics.class, SedaWake.class})
    static class Sample {

        @Bean
        Wakes wakes() {
            return new Wakes();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Sample.class)
                .web(WebApplicationType.NONE)
                .properties("depository.routes=classpath:routing/*.camel.yaml")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void listsRoutesOfTheFolderThatIsSet() {
        assertThat(routes.listRoutes()).extracting(RouteStatus::id).containsExactly("count-wakes", "fail-always");
        RouteStatus status = routes.findRoute("count-wakes").orElseThrow();
        assertThat(status.state()).isEqualTo("started");
        assertThat(status.description()).startsWith("Counts how often");
        assertThat(routes.findRoute("no-such-route")).isEmpty();
    }

    @Test
    void drawsARouteStepByStepWithoutItsParameters() {
        assertThat(routes.listSteps("fail-always"))
                .extracting(RouteStep::id, RouteStep::kind, RouteStep::what)
                .containsExactly(
                        tuple("begin-failing", "from", "direct:fail"), tuple("fail-now", "bean", "wakes.fail"));
        assertThat(routes.listSteps("count-wakes").get(0).what()).isEqualTo("seda:examine");
        assertThat(routes.listSteps("count-wakes").get(0).description()).isEqualTo("Holds one wake-up at most.");
        assertThat(routes.listSteps("no-such-route")).isEmpty();
    }

    @Test
    void wakesWithoutEverBlockingOrThrowing() {
        int before = wakes.counted.get();
        wake.examination();
        await().atMost(SOON).until(() -> wakes.counted.get() > before);
        // Nobody listens to the other: it fills up, and that is all.
        for (int i = 0; i < 5; i++) {
            wake.dispatch();
        }
    }

    @Test
    void tellsFailuresWithTheirCause() {
        Instant before = Instant.now().minusSeconds(1);
        assertThatThrownBy(() -> application
                        .getBean(CamelContext.class)
                        .createProducerTemplate()
                        .sendBody("direct:fail", ""))
                .isInstanceOf(CamelExecutionException.class);
        RouteStatus status = routes.findRoute("fail-always").orElseThrow();
        assertThat(status.exchanges()).isEqualTo(1);
        assertThat(status.failures()).isEqualTo(1);
        assertThat(status.inflight()).isZero();
        assertThat(status.lastError()).isEqualTo("IllegalStateException: as it always does");
        assertThat(status.lastFailureAt()).isAfter(before);
        assertThat(status.lastExchangeAt()).isAfter(before);
        assertThat(routes.listSteps("fail-always").get(1).failures()).isEqualTo(1);
        assertThat(gauge("depository.route.failures", "fail-always")).isEqualTo(1);
        assertThat(gauge("depository.route.last", "fail-always")).isGreaterThan(before.getEpochSecond() - 1);
    }

    @Test
    void stopsAndStartsSuspendsAndResumes() {
        routes.stop("count-wakes");
        assertThat(state("count-wakes")).isEqualTo("stopped");
        wake.examination();
        routes.start("count-wakes");
        routes.suspend("count-wakes");
        assertThat(state("count-wakes")).isEqualTo("suspended");
        routes.resume("count-wakes");
        assertThat(state("count-wakes")).isEqualTo("started");
        assertThatThrownBy(() -> routes.stop("no-such-route")).isInstanceOf(IllegalArgumentException.class);
    }

    private String state(String id) {
        return routes.findRoute(id).orElseThrow().state();
    }

    private static double gauge(String name, String route) {
        return application
                .getBean(MeterRegistry.class)
                .get(name)
                .tag("route", route)
                .gauge()
                .value();
    }
}
