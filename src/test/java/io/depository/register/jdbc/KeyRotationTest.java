package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.InclusionReceipt;
import io.depository.register.KeyRotation;
import io.depository.register.LogKey;
import io.depository.register.LogKeyRefused;
import io.depository.register.RecordReader;
import io.depository.register.RegisterBehind;
import io.depository.register.Verification;
import io.depository.register.note.KeyFile;
import io.depository.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register's key is changed by an entry that the old key signs. */
class KeyRotationTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool = database.asApplication();

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void registersTheChangeAndSignsWithTheNewKeyFromThenOn() throws IOException {
        RegisterNode before = start("a");
        InclusionReceipt old = before.append(3).get(0);
        String first = before.reader.verifierKey();
        giveNextKey();
        RegisterNode after = start("a");
        String second = after.reader.verifierKey();
        assertThat(second).isNotEqualTo(first);
        assertThat(after.reader.keys()).containsExactly(new LogKey(first, 1, 4L), new LogKey(second, 5, null));
        KeyRotation rotation = RecordReader.keyRotation(
                        after.reader.entries(3, 1).entries().get(0).record())
                .orElseThrow();
        assertThat(rotation.from()).isEqualTo(first);
        assertThat(rotation.to()).isEqualTo(second);
        assertThat(Verification.checkpoint(after.reader.checkpointOf(4).orElseThrow(), first))
                .as("the old key signs the tree that names the new one")
                .isPresent();
        InclusionReceipt later = after.append(1).get(0);
        assertThat(Verification.checkpoint(later.checkpoint(), second)).isPresent();
        assertThat(Verification.checkpoint(later.checkpoint(), first)).isEmpty();
        assertThat(Verification.receipt(old.record(), old, first))
                .as("for ever")
                .isTrue();
        assertThat(start("a").reader.size()).as("once").isEqualTo(5);
        useNextKeyAlone();
        assertThat(start("a").append(1).get(0).index()).isEqualTo(5);
    }

    @Test
    void keepsAnotherNodeFromSigningWithTheOldKey() throws IOException {
        RegisterNode a = start("a");
        RegisterNode b = start("b");
        a.append(2);
        b.append(1);
        giveNextKey();
        RegisterNode again = start("a");
        assertThatExceptionOfType(LogKeyRefused.class)
                .isThrownBy(() -> b.append(1))
                .withMessageContaining("was changed to " + again.reader.verifierKey());
        assertThat(start("b").append(1).get(0).index()).isEqualTo(4);
        assertThat(again.append(1).get(0).index()).isEqualTo(5);
    }

    @Test
    void changesOnceWhereTwoNodesStartWithTheNewKey() throws IOException {
        start("a").append(1);
        RegisterNode b = start("b");
        giveNextKey();
        start("a");
        start("b");
        assertThat(b.reader.size()).isEqualTo(2);
    }

    @Test
    void changesNothingInADatabaseThatStandsBehind() throws IOException {
        start("a").append(5);
        giveNextKey();
        TestDatabase restored = TestDatabase.fresh();
        try (HikariDataSource behind = restored.asApplication()) {
            RegisterNode node = new RegisterNode(behind, folder, "elsewhere");
            assertThat(node.reader.keys()).hasSize(1);
        }
        Files.delete(folder.resolve("next.pem"));
        try (HikariDataSource behind = restored.asApplication()) {
            RegisterNode other = new RegisterNode(behind, folder, "elsewhere");
            other.append(2);
            giveNextKey();
            RegisterNode node = new RegisterNode(behind, folder, "a");
            assertThat(node.reader.size())
                    .as("nothing is registered, no change either")
                    .isEqualTo(2);
            assertThatExceptionOfType(RegisterBehind.class).isThrownBy(() -> node.append(1));
        }
    }

    @Test
    void refusesTheOldKeyOnceItWasChanged() throws IOException {
        start("a").append(1);
        giveNextKey();
        start("a").append(1);
        Files.delete(folder.resolve("next.pem"));
        assertThatExceptionOfType(LogKeyRefused.class).isThrownBy(() -> start("a"));
    }

    private RegisterNode start(String node) {
        return new RegisterNode(pool, folder, node);
    }

    private void giveNextKey() {
        new KeyFile(folder.resolve("next.pem")).make();
    }

    private void useNextKeyAlone() throws IOException {
        Files.move(folder.resolve("next.pem"), folder.resolve("log.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(List.of(folder.resolve("next.pem"))).noneMatch(Files::exists);
    }
}
