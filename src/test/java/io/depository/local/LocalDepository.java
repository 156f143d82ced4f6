package io.depository.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.depository.Depository;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The whole depository in one process and one folder: {@code mvn spring-boot:test-run}. Starts PostgreSQL, the broker, the
 * mail server and the application, and says where everything is. What the application is told is in
 * {@link LocalProperties}, what the environment may say in {@link LocalSettings}; the profile is {@code local}.
 */
public final class LocalDepository implements AutoCloseable {

    /** Set where a build tool starts this process: a killed tool would leave it running. */
    private static final String ENDS_WITH_PARENT = "depository.ends-with-parent";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

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
        keep(HomeLock.acquire(settings.home()));
        makeFolders(settings);
        DemoDirectory.in(settings.home());
        LocalPostgres postgres = keep(LocalPostgres.start(settings.home(), settings.postgresPort()));
        EmbeddedBroker broker = keep(EmbeddedBroker.start(settings.home(), settings.brokerPort(), DemoState.parties()));
        MailServer mail =
                settings.embedsMail() ? startMail(settings) : new MailServer(settings.smtpPort(), settings.imapPort());

        SpringApplication application = new SpringApplication(Depository.class);
        application.setRegisterShutdownHook(false);
        application.setAdditionalProfiles("local");
        ConfigurableEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new LocalProperties(settings, postgres, broker, mail));
        application.setEnvironment(environment);
        ConfigurableApplicationContext context = keep(application.run(arguments));
        String httpPort = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Guide(settings, postgres, broker, mail, httpPort).text();
    }

    private MailServer startMail(LocalSettings settings) {
        EmbeddedMail mail = keep(EmbeddedMail.start(settings.smtpPort(), settings.imapPort()));
        mail.addMailboxes(DemoState.ALL.stream().map(DemoState::mailAddress).toList());
        return new MailServer(mail.smtpPort(), mail.imapPort());
    }

    private static void makeFolders(LocalSettings settings) {
        try {
            Files.createDirectories(settings.home().resolve("agreements"));
            Files.createDirectories(settings.home().resolve("register"));
        } catch (IOException e) {
            throw new UncheckedIOException("The home " + settings.home() + " cannot be used", e);
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        if (closed) {
            closeAll();
            throw new IllegalStateException("Stopped while starting");
        }
        return resource;
    }

    /** Stops everything, last started first: the application before what it stands on. */
    @Override
    public synchronized void close() {
        closed = true;
        closeAll();
    }

    private void closeAll() {
        while (!started.isEmpty()) {
            AutoCloseable resource = started.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(LocalDepository.class).error("{} does not stop", resource, e);
            }
        }
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
