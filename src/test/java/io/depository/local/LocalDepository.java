package io.depository.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole depository in one process and one folder: {@code mvn spring-boot:test-run}. Starts PostgreSQL, the broker, the
 * mail server and the application, and says where everything is. What the application is told is in
 * {@link LocalProperties}, what the environment may say in {@link LocalSettings}; the profile is {@code local}.
 */
public final class LocalDepository implements AutoCloseable {

    /** Set where a build tool starts this process: a killed tool would leave it running. */
    private static final String ENDS_WITH_PARENT = "depository.ends-with-parent";

    private final Pile started = new Pile();

    private LocalDepository() {}

    public static void main(String[] arguments) {
        quiet();
        LocalDepository depository = new LocalDepository();
        Runtime.getRuntime().addShutdownHook(new Thread(depository::close, "stop-depository"));
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            endWithTheParent();
        }
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            output.println(depository.start(LocalSettings.from(System.getenv()), arguments));
        } catch (HomeLock.HomeInUse | IllegalArgumentException e) {
            output.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(LocalDepository.class).error("Local mode does not start", e);
            System.exit(1);
        }
    }

    /** Starts everything, and returns what a person needs to know. */
    private String start(LocalSettings settings, String... arguments) {
        started.keep(HomeLock.acquire(settings.home()));
        LocalServices services = LocalServices.start(settings, started);
        ConfigurableApplicationContext context = started.keep(services.startApplication(arguments));
        return services.guide(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Stops everything, last started first: the application before what it stands on. */
    @Override
    public void close() {
        started.close();
    }

    private static void endWithTheParent() {
        ProcessHandle.current()
                .parent()
                .ifPresentOrElse(parent -> parent.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }

    /** Until the application has set up its log, only what goes wrong is worth a line. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }
}
