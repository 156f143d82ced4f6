package io.depository.local;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Map;

/**
 * What the environment says about local mode.
 *
 * @param home where all data lies
 * @param serverPort HTTP
 * @param brokerPort CORE and AMQP 1.0
 * @param embedsMail whether the mail server is part of this process and forgets with it; else one that somebody else
 *     started is used at the ports
 * @param postgresPort 0 for any free one
 * @param clockOffset by how much the calendar runs ahead
 */
record LocalSettings(
        Path home,
        int serverPort,
        int brokerPort,
        boolean embedsMail,
        int smtpPort,
        int imapPort,
        int postgresPort,
        Period clockOffset) {

    private static final int MAX_PORT = 65_535;

    /** Reads {@code DEPOSITORY_HOME}, {@code SERVER_PORT} and {@code LOCAL_…}; throws with the name of a bad one. */
    static LocalSettings from(Map<String, String> environment) {
        return new LocalSettings(
                Path.of(value(environment, "DEPOSITORY_HOME", "data"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment, "SERVER_PORT", "8080"),
                port(environment, "LOCAL_BROKER_PORT", "61616"),
                embedsMail(environment),
                port(environment, "LOCAL_SMTP_PORT", "3025"),
                port(environment, "LOCAL_IMAP_PORT", "3143"),
                port(environment, "LOCAL_POSTGRES_PORT", "0"),
                period(environment, "LOCAL_CLOCK_OFFSET", "P0D"));
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static boolean embedsMail(Map<String, String> environment) {
        String value = value(environment, "LOCAL_MAIL", "embedded");
        return switch (value) {
            case "embedded" -> true;
            case "external" -> false;
            default -> throw new IllegalArgumentException("LOCAL_MAIL must be embedded or external, not " + value);
        };
    }

    private static int port(Map<String, String> environment, String name, String otherwise) {
        String value = value(environment, name, otherwise);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MAX_PORT) {
            throw new IllegalArgumentException(name + " must be a port from 0 to " + MAX_PORT + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    private static Period period(Map<String, String> environment, String name, String otherwise) {
        String value = value(environment, name, otherwise);
        try {
            return Period.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be an ISO 8601 period such as P31D, not " + value, e);
        }
    }
}
