package io.depository.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class StaffPasswordsTest {

    private final StaffPasswords passwords = new StaffPasswords();

    @Test
    void comparesBothKindsOfHashes() {
        String argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("secret");
        String bcrypt = new BCryptPasswordEncoder(4).encode("secret");
        for (String hash : new String[] {argon2, bcrypt, bcrypt.replace("$2a$", "$2y$")}) {
            assertThat(passwords.matches("secret", hash)).as(hash).isTrue();
            assertThat(passwords.matches("Secret", hash)).as(hash).isFalse();
            assertThat(passwords.matches("", hash)).as(hash).isFalse();
        }
        assertThat(passwords.matches("secret", "secret")).isFalse();
        assertThat(passwords.matches("secret", null)).isFalse();
    }
}
