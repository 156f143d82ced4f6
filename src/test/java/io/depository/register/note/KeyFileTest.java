package io.depository.register.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void makesAKeyThatOnlyItsOwnerReadsAndTheJdkUnderstands() throws Exception {
        Path path = folder.resolve("keys/log.pem");
        KeyFile file = new KeyFile(path);
        assertThat(file.exists()).isFalse();
        file.make();
        assertThat(file.read()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        String body = Files.readString(path).replaceAll("-----[A-Z ]+-----", "");
        assertThat(KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)))
                        .getAlgorithm())
                .isIn("EdDSA", "Ed25519");
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void leavesAKeyThatIsThere() {
        KeyFile file = new KeyFile(folder.resolve("log.pem"));
        file.make();
        byte[] first = file.read();
        file.make();
        assertThat(file.read()).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNoEd25519Key() throws Exception {
        Path path = folder.resolve("log.pem");
        Files.writeString(path, "nothing");
        assertThatIllegalStateException().isThrownBy(new KeyFile(path)::read).withMessageContaining("log.pem");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        String body = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(path, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        assertThatIllegalStateException().isThrownBy(new KeyFile(path)::read).withMessageContaining("Ed25519");
    }
}
