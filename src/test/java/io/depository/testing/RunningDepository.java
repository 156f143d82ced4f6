package io.depository.testing;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import io.depository.Depository;
import io.depository.local.DemoDirectory;
import io.depository.local.DemoStaff;
import io.depository.local.DemoState;
import io.depository.local.EmbeddedBroker;
import io.depository.local.EmbeddedMail;
import io.depository.register.note.KeyFile;
import io.depository.register.note.NoteSigner;
import io.depository.sample.Signing;
import io.depository.sample.SmimeSigning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The whole depository as it runs in production, over real transports, in this process: PostgreSQL, broker, mail server,
 * drop folders, the demo states with their keys, and the application on a port of its own. One is shared by all tests
 * that need no register of their own.
 */
public final class RunningDepository implements AutoCloseable {

    private static RunningDepository shared;

    private final Path home;
    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource owner = database.asOwner();
    private final EmbeddedBroker broker;
    private final EmbeddedMail mail;
    private final WitnessKey witness = WitnessKey.of("witness.example/w1");
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private ConfigurableApplicationContext application;

    private RunningDepository() {
        try {
            home = Files.createTempDirectory("depository");
            Files.createDirectories(home.resolve("register"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DemoDirectory.in(home);
        broker = EmbeddedBroker.start(home, 0, DemoState.parties());
        mail = EmbeddedMail.start(0, 0);
        mail.addMailboxes(DemoState.ALL.stream().map(DemoState::mailAddress).toList());
        application = start(Period.ZERO);
    }

    /** The one that all tests share: they send notes under references of their own, and consents to it none at all. */
    public static synchronized RunningDepository shared() {
        if (shared == null) {
            shared = new RunningDepository();
        }
        return shared;
    }

    /** One of the test's own, with an empty register. */
    public static RunningDepository fresh() {
        return new RunningDepository();
    }

    static synchronized void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** Stops the application and starts it again on what it left, with a calendar that runs ahead. */
    public void restart(Period clockOffset) {
        application.close();
        application = start(clockOffset);
    }

    private ConfigurableApplicationContext start(Period clockOffset) {
        SpringApplication depository = new SpringApplication(Depository.class);
        depository.setRegisterShutdownHook(false);
        StandardServletEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("running depository", settings(clockOffset)));
        depository.setEnvironment(environment);
        ConfigurableApplicationContext started = depository.run();
        watchLog();
        return started;
    }

    private Map<String, Object> settings(Period clockOffset) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", 0);
        settings.put("server.address", "localhost");
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.threshold.console", "WARN");
        settings.put("logging.level.com.icegreen.greenmail", "WARN");
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", "depository_app");
        settings.put("spring.datasource.password", "depository_app");
        settings.put("spring.flyway.user", "depository_owner");
        settings.put("spring.flyway.password", "depository_owner");
        settings.put("depository.drop", home.resolve("drop").toString());
        settings.put("depository.directory", home.resolve("directory.yaml").toString());
        settings.put("depository.staff", DemoStaff.in(home).toString());
        settings.put("depository.accept-agreements", "any");
        settings.put("depository.log-key", home.resolve("register/log-key.pem").toString());
        settings.put(
                "depository.checkpoint-file",
                home.resolve("register/checkpoint").toString());
        settings.put("depository.witnesses", witness.verifierKey());
        settings.put("depository.clock-offset", clockOffset.toString());
        settings.put("depository.calendar-period", 1000);
        settings.put("depository.broker.url", broker.coreUrl());
        settings.put("depository.broker.user", EmbeddedBroker.USER);
        settings.put("depository.broker.password", EmbeddedBroker.PASSWORD);
        settings.put("depository.mail.address", EmbeddedMail.DEPOSITORY);
        settings.put("depository.mail.imap", mail.imapUrl());
        settings.put("depository.mail.smtp", mail.smtpUrl());
        settings.put("depository.mail.user", EmbeddedMail.DEPOSITORY);
        settings.put("depository.mail.password", EmbeddedMail.DEPOSITORY);
        settings.put("depository.mail.tls", false);
        settings.put("depository.intake.mail.delay", 200);
        settings.put("depository.intake.file.delay", 200);
        settings.put("depository.intake.file.quiet", 400);
        return settings;
    }

    /** Spring sets the log up anew at each start, and takes away what was listening. */
    private void watchLog() {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        AppenderBase<ILoggingEvent> watch = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThrowableProxy() != null) {
                    faults.add(event.getFormattedMessage() + ": "
                            + event.getThrowableProxy().getClassName() + " "
                            + event.getThrowableProxy().getMessage());
                }
            }
        };
        watch.setContext(log);
        watch.start();
        log.getLogger("ROOT").addAppender(watch);
    }

    /** What was logged with a stack trace since the start. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** A ministry of a demo state, with its keys and its end of all three channels. */
    public Embassy embassyOf(String party) {
        return new Embassy(party, this);
    }

    /** The note as a compact JWS, signed with the demo key of a state. */
    public byte[] sign(String party, byte[] notification) {
        try {
            return Signing.withDemoKey(home, party).sign(notification);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] sign(String party, Note note) {
        return sign(party, note.json());
    }

    /** The folder with the demo keys of a state. */
    public Path jwsKeyOf(String party) {
        return home.resolve("demo-keys").resolve(party);
    }

    /** The witness of the register that the operator names. */
    public WitnessKey witness() {
        return witness;
    }

    /** The text as a note signed with the register's own key: what nobody should ever see but from the register. */
    public String signsAsRegister(String text) {
        return new NoteSigner("cis-executive-committee", new KeyFile(home.resolve("register/log-key.pem")).read())
                .sign(text);
    }

    /** A mail with the note, S/MIME-signed with the demo certificate of a state. */
    public byte[] signMail(String party, Note note) {
        try {
            return SmimeSigning.withDemoKey(home, party).sign(note.json(), "note.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HTTP, as anybody may ask. */
    public Http http() {
        return new Http(Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port")));
    }

    /** HTTP, as one of the staff asks: {@code viewer}, {@code registrar}, {@code registrar2} or {@code supervisor}. */
    public Http httpAs(String staff) {
        return http().as(staff, DemoStaff.PASSWORD);
    }

    /** The depository's mailbox, from the mail server's side. */
    public DepositoryMailbox mailbox() {
        return new DepositoryMailbox(mail.imapPort());
    }

    /** The database, as its owner sees it. */
    public JdbcClient jdbc() {
        return JdbcClient.create(owner);
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    public Path home() {
        return home;
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedMail mail() {
        return mail;
    }

    @Override
    public void close() {
        application.close();
        mail.close();
        broker.close();
        owner.close();
    }
}
