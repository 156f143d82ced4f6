package io.depository.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccountsTest {

    private static final String HASH = "$2y$04$" + "a".repeat(53);

    @TempDir
    Path folder;

    @Test
    void knowsThoseInTheFileAndNobodyElse() throws IOException {
        String argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("x");
        String bcrypt = new BCryptPasswordEncoder(4).encode("x");
        Accounts accounts = read("""
                accounts:
                  - {name: petrova, password: "%s", role: registrar}
                  - {name: ivanov@mfa.example, password: "%s", role: administrator}
                """.formatted(bcrypt, argon2));
        assertThat(accounts.find("petrova").orElseThrow().role()).isEqualTo(Role.REGISTRAR);
        assertThat(accounts.find("ivanov@mfa.example").orElseThrow().passwordHash())
                .isEqualTo(argon2);
        assertThat(accounts.find("Petrova")).isEmpty();
        assertThat(accounts.find("registrar")).isEmpty();
        assertThat(read("accounts: []").find("petrova")).isEmpty();
        assertThat(Accounts.none().find("petrova")).isEmpty();
    }

    @Test
    void letsEachRoleDoWhatTheOnesBeforeItDo() {
        assertThat(Role.VIEWER.included()).containsExactly(Role.VIEWER);
        assertThat(Role.SUPERVISOR.included()).containsExactly(Role.VIEWER, Role.REGISTRAR, Role.SUPERVISOR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - {name: a, password: secret, role: viewer}                              | bcrypt or argon2
            - {name: a, role: viewer}                                                | bcrypt or argon2
            - {name: a, password: "HASH", role: king}                                | viewer, registrar
            - {name: a, password: "HASH"}                                            | viewer, registrar
            - {name: A, password: "HASH", role: viewer}                              | lower-case
            - {name: "a b", password: "HASH", role: viewer}                          | lower-case
            - {password: "HASH", role: viewer}                                       | lower-case
            - {name: a, password: "HASH", role: viewer, admin: true}                 | line
            - {name: a, name: b, password: "HASH", role: viewer}                     | line
            - {name: a, password: "HASH", role: viewer}, {name: a}                   | line
            """)
    void refusesAFileThatItCannotBeSureOf(String line, String fault) {
        assertThatThrownBy(() -> read("accounts:\n  " + line.replace("HASH", HASH) + "\n"))
                .isInstanceOf(MalformedAccounts.class)
                .hasMessageContaining("staff.yaml")
                .hasMessageContaining(fault)
                .hasMessageNotContaining(HASH);
    }

    @Test
    void refusesTheSameNameTwiceAndAFileThatIsNotThere() {
        String line = "  - {name: a, password: \"" + HASH + "\", role: viewer}\n";
        assertThatThrownBy(() -> read("accounts:\n" + line + line)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Accounts.readFrom(folder.resolve("nothing"))).isInstanceOf(MalformedAccounts.class);
    }

    private Accounts read(String text) throws IOException {
        Path file = folder.resolve("staff.yaml");
        Files.writeString(file, text);
        return Accounts.readFrom(file);
    }
}
