package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.RouteCoverage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Refuses a route step that no test has reached. Runs by itself, after all tests: {@code mvn verify}. */
class RouteCoverageCheck {

    @Test
    void everyStepWasReachedByATest() {
        Set<String> reached = RouteCoverage.reachedIn(Path.of(System.getProperty("depository.route-coverage")));
        assertThat(unreached(RouteFile.listIn(RouteFile.ROUTES), reached))
                .as("route steps that no test has reached")
                .isEmpty();
    }

    /** Which steps were not reached, as {@code file: step}. */
    static Collection<String> unreached(List<RouteFile> files, Set<String> reached) {
        Set<String> unreached = new TreeSet<>();
        for (RouteFile file : files) {
            for (String step : file.stepIds()) {
                if (!reached.contains(step)) {
                    unreached.add(file.name() + ": " + step);
                }
            }
        }
        return unreached;
    }
}
