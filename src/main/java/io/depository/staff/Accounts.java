package io.depository.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who of the staff can log in, as a file says:
 *
 * <pre>
 * accounts:
 *   - {name: registrar.one, password: "$2y$12$…", role: registrar}
 * </pre>
 *
 * Where there is no file there is nobody.
 */
public final class Accounts {

    /** Lower case, so that no two people's names in the register differ by case alone. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private static final Pattern HASH = Pattern.compile(
            "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}|\\$argon2id?\\$v=\\d+\\$[^$\\s]+\\$[^$\\s]+\\$[^$\\s]+");

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Account> byName;

    private Accounts(Map<String, Account> byName) {
        this.byName = byName;
    }

    /** Nobody can log in. */
    public static Accounts none() {
        return new Accounts(Map.of());
    }

    /**
     * Those in the file.
     *
     * @throws MalformedAccounts when it cannot be read, a name stands twice, or a password is not a bcrypt or argon2 hash
     */
    public static Accounts readFrom(Path file) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (WrittenAccount written : read(file)) {
            Account account = accountOf(written, file);
            if (accounts.put(account.name(), account) != null) {
                throw new MalformedAccounts(file, account.name() + " stands there twice", null);
            }
        }
        return new Accounts(accounts);
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static List<WrittenAccount> read(Path file) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Written.class).accounts();
        } catch (JacksonException e) {
            // Without its own message: that may quote a hash.
            throw new MalformedAccounts(
                    file, "line " + e.getLocation().getLineNr() + " is not as docs/deployment describes it", null);
        } catch (IOException e) {
            throw new MalformedAccounts(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static Account accountOf(WrittenAccount written, Path file) {
        String name = written.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new MalformedAccounts(
                    file, "a name has 1 to 64 lower-case letters, digits and . _ @ -, unlike " + name, null);
        }
        String hash = written.password();
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw new MalformedAccounts(file, "the password of " + name + " must be a bcrypt or argon2 hash", null);
        }
        Role role = Optional.ofNullable(written.role())
                .flatMap(Role::find)
                .orElseThrow(() -> new MalformedAccounts(
                        file, "the role of " + name + " must be viewer, registrar, supervisor or administrator", null));
        return new Account(name, hash, role);
    }

    record Written(List<WrittenAccount> accounts) {
        Written {
            accounts = accounts == null ? List.of() : accounts;
        }
    }

    record WrittenAccount(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role) {}
}
