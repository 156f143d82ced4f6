package io.depository.testing;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelContextTracker;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Watches every Camel context that a test run makes, so that no test has to remember to. Found as a JUnit service. */
public final class RouteCoverageListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty(RouteCoverage.FOLDER);
        if (folder == null) {
            return;
        }
        RouteCoverage coverage = new RouteCoverage(Path.of(folder));
        new CamelContextTracker() {
            @Override
            public void contextCreated(CamelContext context) {
                coverage.watch(context);
            }
        }.open();
    }
}
