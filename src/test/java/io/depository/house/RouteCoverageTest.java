package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.RouteCoverage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCoverageTest {

    private static final String SAMPLE = "house/routes/sample.camel.yaml";

    @TempDir
    private Path folder;

    public static final class Breaker {
        public void breakSample() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void namesTheStepsThatNoExchangeReached() throws Exception {
        Set<String> reached = stepsReachedBy("light");
        assertThat(reached).containsExactlyInAnyOrder("choose-by-weight", "keep-light");
        assertThat(RouteCoverageCheck.unreached(List.of(sample()), reached))
                .containsExactly(
                        "sample.camel.yaml: break-sample",
                        "sample.camel.yaml: send-heavy",
                        "sample.camel.yaml: tell-failure");
    }

    @Test
    void acceptsAFileWhoseStepsWereAllReachedThoseOfErrorPoliciesToo() throws Exception {
        Set<String> reached = stepsReachedBy("light", "broken", "heavy");
        assertThat(RouteCoverageCheck.unreached(List.of(sample()), reached)).isEmpty();
    }

    @Test
    void watchesEveryContextOfATestRunUnasked() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            load(context);
            context.createProducerTemplate().sendBody("direct:sample", "heavy");
        }
        assertThat(RouteCoverage.reachedIn(Path.of(System.getProperty("depository.route-coverage"))))
                .contains("send-heavy");
    }

    private Set<String> stepsReachedBy(String... samples) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            new RouteCoverage(folder).watch(context);
            load(context);
            for (String sample : samples) {
                context.createProducerTemplate().sendBody("direct:sample", sample);
            }
        }
        return RouteCoverage.reachedIn(folder);
    }

    private static void load(DefaultCamelContext context) throws Exception {
        context.getRegistry().bind("breaker", new Breaker());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:" + SAMPLE));
        context.start();
    }

    private static RouteFile sample() throws Exception {
        try (var stream = RouteCoverageTest.class.getClassLoader().getResourceAsStream(SAMPLE)) {
            return RouteFile.of("sample.camel.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
