package io.depository.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The accounts of staff in local mode, where everybody knows the password; written anew at each start. */
public final class DemoStaff {

    public static final String PASSWORD = "demo";

    private static final Map<String, String> ROLES = new TreeMap<>(Map.of(
            "viewer", "viewer",
            "registrar", "registrar",
            "registrar2", "registrar",
            "supervisor", "supervisor"));

    /** There is nothing to protect, so nobody waits for a slow hash. */
    private static final int FAST = 4;

    private DemoStaff() {}

    /** The home's file of accounts. */
    public static Path in(Path home) {
        String hash = new BCryptPasswordEncoder(FAST).encode(PASSWORD);
        StringBuilder accounts = new StringBuilder("accounts:\n");
        ROLES.forEach((name, role) ->
                accounts.append("  - {name: %s, password: \"%s\", role: %s}\n".formatted(name, hash, role)));
        Path file = home.resolve("staff.yaml");
        try {
            Path incomplete = home.resolve("staff.incomplete");
            PrivateFiles.writeSecret(incomplete, accounts.toString());
            PrivateFiles.giveName(incomplete, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts of staff cannot be kept in " + file, e);
        }
        return file;
    }
}
