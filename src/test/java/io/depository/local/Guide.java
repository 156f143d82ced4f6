package io.depository.local;

/** What a person who started local mode needs to know: where everything is, and what to try next. */
record Guide(LocalSettings settings, LocalPostgres postgres, EmbeddedBroker broker, MailServer mail, String httpPort) {

    String text() {
        return """

                The depository is ready. All its data is in %1$s.

                  HTTP      http://localhost:%2$s        e.g. /api/agreements, /v3/api-docs
                  Staff     viewer, registrar, registrar2, supervisor; the password is demo, e.g. for /office and /api/inbox
                  Broker    %3$s  and  %4$s
                            account kg, password kg-demo: sends to notifications.KG, reads correspondence.KG
                  Mail      SMTP localhost:%5$d, IMAP localhost:%6$d; user name and password are the whole address
                            notifications go to %7$s, letters come to mfa@kg.local
                  Folders   %1$s/drop/KG/in and out
                  Keys      %1$s/demo-keys/KG/
                  Database  psql -h 127.0.0.1 -p %8$d -U %9$s %10$s
                            passwords in %11$s
                  Log       %1$s/depository.log
                %12$s
                States: %13$s

                Try this in another terminal: the Kyrgyz Republic notifies that its procedures are complete.

                  mvn -q exec:java@ministry -Dexec.args="--party KG --via jms"

                Ctrl-C stops it; the next start goes on where it stopped%14$s.
                """.formatted(
                        settings.home(),
                        httpPort,
                        broker.coreUrl(),
                        broker.amqpUrl(),
                        mail.smtpPort(),
                        mail.imapPort(),
                        EmbeddedMail.DEPOSITORY,
                        postgres.port(),
                        LocalPostgres.OWNER,
                        LocalPostgres.DATABASE,
                        postgres.passwordFile(),
                        calendar(),
                        states(),
                        settings.embedsMail() ? ", but the mail server forgets" : "");
    }

    private String calendar() {
        return settings.clockOffset().isZero() ? "" : "  Calendar  runs ahead by " + settings.clockOffset() + "\n";
    }

    private static String states() {
        return String.join(
                " ", DemoState.parties().stream().map(Object::toString).toList());
    }
}
