package io.depository.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The passwords of the database's roles, drawn at random at the first start. */
final class PostgresPasswords {

    private static final int BYTES = 18;
    private static final List<String> ROLES = List.of("postgres", LocalPostgres.OWNER, LocalPostgres.APPLICATION);

    private final Path file;
    private final Properties passwords;

    private PostgresPasswords(Path file, Properties passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    /** The passwords of the folder; drawn and kept there, readable by the owner alone, where there are none. */
    static PostgresPasswords in(Path folder) throws IOException {
        Path file = folder.resolve("passwords.properties");
        if (!Files.exists(file)) {
            StringBuilder drawn = new StringBuilder();
            ROLES.forEach(role -> drawn.append(role).append('=').append(draw()).append('\n'));
            Path incomplete = folder.resolve("passwords.incomplete");
            PrivateFiles.writeSecret(incomplete, drawn.toString());
            PrivateFiles.giveName(incomplete, file);
        }
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            passwords.load(reader);
        }
        return new PostgresPasswords(file, passwords);
    }

    String of(String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new IllegalStateException(file + " holds no password for " + role);
        }
        return password;
    }

    Path file() {
        return file;
    }

    private static String draw() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
