package io.depository.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.springframework.core.env.MapPropertySource;

/** The application's settings in local mode. */
final class LocalProperties extends MapPropertySource {

    LocalProperties(LocalSettings settings, LocalPostgres postgres, EmbeddedBroker broker, MailServer mail) {
        super("local mode", new LinkedHashMap<>());
        addDatabase(postgres);
        addChannels(broker, mail);
        Path home = settings.home();
        set("server.address", "localhost");
        set("server.port", settings.serverPort());
        set("depository.drop", home.resolve("drop"));
        set("depository.agreements", home.resolve("agreements"));
        set("depository.directory", home.resolve("directory.yaml"));
        set("depository.staff", DemoStaff.in(home));
        set("depository.accept-agreements", "any");
        set("depository.log-key", home.resolve("register").resolve("log-key.pem"));
        set("depository.checkpoint-file", home.resolve("register").resolve("checkpoint"));
        set("depository.clock-offset", settings.clockOffset());
        addLogging(home);
    }

    private void addDatabase(LocalPostgres postgres) {
        set("spring.datasource.url", postgres.url());
        set("spring.datasource.username", LocalPostgres.APPLICATION);
        set("spring.datasource.password", postgres.password(LocalPostgres.APPLICATION));
        set("spring.flyway.user", LocalPostgres.OWNER);
        set("spring.flyway.password", postgres.password(LocalPostgres.OWNER));
    }

    private void addChannels(EmbeddedBroker broker, MailServer mail) {
        set("depository.broker.url", broker.coreUrl());
        set("depository.broker.user", EmbeddedBroker.USER);
        set("depository.broker.password", EmbeddedBroker.PASSWORD);
        set("depository.mail.address", EmbeddedMail.DEPOSITORY);
        set("depository.mail.imap", mail.imapUrl());
        set("depository.mail.smtp", mail.smtpUrl());
        set("depository.mail.user", EmbeddedMail.DEPOSITORY);
        set("depository.mail.password", EmbeddedMail.DEPOSITORY);
        set("depository.mail.tls", false);
    }

    /** A person who tries it sees what goes wrong; the rest is in the file. */
    private void addLogging(Path home) {
        set("spring.main.banner-mode", "off");
        set("logging.file.name", home.resolve("depository.log"));
        set("logging.threshold.console", "WARN");
        set("logging.level.org.apache.activemq.audit", "OFF");
        set("logging.level.org.apache.activemq.artemis", "WARN");
        set("logging.level.com.icegreen.greenmail", "WARN");
    }

    private void set(String name, Object value) {
        getSource().put(name, value.toString());
    }
}
