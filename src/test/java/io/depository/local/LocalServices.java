package io.depository.local;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.Depository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * What the depository stands on in local mode, in one folder: PostgreSQL, the broker and the mail server, with the demo
 * directory and the drop folders; and the application upon them.
 */
public final class LocalServices implements AutoCloseable {

    private final LocalSettings settings;
    private final LocalPostgres postgres;
    private final EmbeddedBroker broker;
    private final MailServer mail;
    private final Pile started;

    private LocalServices(LocalSettings settings, Pile started) {
        this.settings = settings;
        this.started = started;
        makeFolders(settings);
        DemoDirectory.in(settings.home());
        postgres = started.keep(LocalPostgres.start(settings.home(), settings.postgresPort()));
        broker = started.keep(EmbeddedBroker.start(settings.home(), settings.brokerPort(), DemoState.parties()));
        mail = settings.embedsMail() ? startMail() : new MailServer(settings.smtpPort(), settings.imapPort());
    }

    private MailServer startMail() {
        EmbeddedMail embedded = started.keep(EmbeddedMail.start(settings.smtpPort(), settings.imapPort()));
        embedded.addMailboxes(DemoState.ALL.stream().map(DemoState::mailAddress).toList());
        return new MailServer(embedded.smtpPort(), embedded.imapPort());
    }

    /** Starts the services on the ports that the settings name, and puts each on the pile as it stands. */
    static LocalServices start(LocalSettings settings, Pile started) {
        return new LocalServices(settings, started);
    }

    /** Starts the services in that folder, on whatever ports are free. */
    public static LocalServices startAnywhere(Path home) {
        Pile started = new Pile();
        try {
            return start(
                    new LocalSettings(home.toAbsolutePath().normalize(), 0, 0, true, 0, 0, 0, Period.ZERO), started);
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Starts the application; its caller closes it before these services. */
    public ConfigurableApplicationContext startApplication(String... arguments) {
        SpringApplication application = new SpringApplication(Depository.class);
        application.setRegisterShutdownHook(false);
        application.setAdditionalProfiles("local");
        ConfigurableEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new LocalProperties(settings, postgres, broker, mail));
        application.setEnvironment(environment);
        return application.run(arguments);
    }

    /** What a person needs to know. */
    String guide(String httpPort) {
        return new Guide(settings, postgres, broker, mail, httpPort).text();
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    /** A pool on the database by the role that owns it, which may make tables; its caller closes it. */
    public HikariDataSource asOwner() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.url());
        pool.setUsername(LocalPostgres.OWNER);
        pool.setPassword(postgres.password(LocalPostgres.OWNER));
        return pool;
    }

    private static void makeFolders(LocalSettings settings) {
        try {
            Files.createDirectories(settings.home().resolve("agreements"));
            Files.createDirectories(settings.home().resolve("register"));
        } catch (IOException e) {
            throw new UncheckedIOException("The home " + settings.home() + " cannot be used", e);
        }
    }

    /** Stops everything, last started first. */
    @Override
    public void close() {
        started.close();
    }
}
