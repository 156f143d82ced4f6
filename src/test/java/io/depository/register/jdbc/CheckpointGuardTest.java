package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.Checkpoint;
import io.depository.register.LogKeyRefused;
import io.depository.register.RegisterBehind;
import io.depository.register.RegisterForked;
import io.depository.register.Verification;
import io.depository.register.note.KeyFile;
import io.depository.register.note.NoteSigner;
import io.depository.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when the database and the checkpoint outside it do not tell the same. */
class CheckpointGuardTest {

    @TempDir
    Path folder;

    private final TestDatabase testDatabase = TestDatabase.fresh();
    private final List<HikariDataSource> pools = new ArrayList<>();

    @AfterEach
    void closePools() {
        pools.forEach(HikariDataSource::close);
    }

    @Test
    void keepsTheNewestCheckpointOutside() {
        RegisterNode node = start(testDatabase);
        for (int i = 0; i < 3; i++) {
            node.append(4);
            assertThat(node.checkpointFile)
                    .hasContent(node.reader.latestCheckpoint().orElseThrow());
        }
        assertThat(folder.resolve("a")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void catchesUpWithADatabaseThatWentOnBeforeTheFileWasWritten() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(5);
        String behind = Files.readString(node.checkpointFile);
        node.append(6);
        Files.writeString(node.checkpointFile, behind);
        RegisterNode again = start(testDatabase);
        assertThat(again.checkpointFile)
                .hasContent(again.reader.latestCheckpoint().orElseThrow());
        assertThat(again.append(1).get(0).index()).isEqualTo(11);
    }

    @Test
    void goesOnWithoutAFileAsACrashAfterTheFirstCommitLeavesIt() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(5);
        Files.delete(node.checkpointFile);
        assertThat(start(testDatabase).append(1).get(0).index()).isEqualTo(5);
    }

    @Test
    void refusesADatabaseBehindTheFile() {
        start(testDatabase).append(5);
        RegisterNode restored = start(TestDatabase.fresh());
        assertThatExceptionOfType(RegisterBehind.class)
                .isThrownBy(() -> restored.append(1))
                .withMessageContaining("has 0 entries")
                .withMessageContaining("signed for 5");
        assertThat(restored.reader.size()).isZero();
    }

    @Test
    void refusesADatabaseThatFallsBehindWhileTheNodeRuns() {
        RegisterNode node = start(testDatabase);
        node.append(5);
        String frontier = frontier();
        String note = node.reader.latestCheckpoint().orElseThrow();
        node.append(5);
        harm("delete from checkpoint where size = 10");
        harm("delete from entry where index >= 5");
        harm("delete from tree_node n where ((n.position + 1) << n.level) > 5");
        harm("update head set size = 5, frontier = decode('" + frontier + "', 'hex')");
        assertThat(node.reader.latestCheckpoint()).hasValue(note);
        assertThatExceptionOfType(RegisterBehind.class).isThrownBy(() -> node.append(1));
    }

    @Test
    void refusesADatabaseBesideTheFile() {
        start(testDatabase).append(5);
        TestDatabase other = TestDatabase.fresh();
        RegisterNode forked = new RegisterNode(pool(other), folder, "elsewhere");
        forked.append(7, index -> ("another " + index).getBytes(StandardCharsets.UTF_8));
        RegisterNode beside = start(other);
        assertThatExceptionOfType(RegisterForked.class)
                .isThrownBy(() -> beside.append(1))
                .withMessageContaining("At 5 entries")
                .withMessageContaining("checkpoint.txt");
        forked.append(1, index -> new byte[0]);
        assertThatExceptionOfType(RegisterForked.class).isThrownBy(() -> beside.append(1));
    }

    @Test
    void refusesADatabaseOfTheSameSizeAndAnotherContent() {
        start(testDatabase).append(5);
        TestDatabase other = TestDatabase.fresh();
        new RegisterNode(pool(other), folder, "elsewhere").append(5, index -> new byte[] {1});
        assertThatExceptionOfType(RegisterForked.class)
                .isThrownBy(() -> start(other).append(1));
    }

    @Test
    void refusesAHeadThatItsOwnCheckpointContradicts() {
        RegisterNode node = start(testDatabase);
        node.append(1);
        harm("update head set frontier = decode('" + "ab".repeat(32) + "', 'hex')");
        assertThatExceptionOfType(RegisterForked.class).isThrownBy(() -> node.append(1));
    }

    @Test
    void refusesANodeOfTheTreeThatWasChanged() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(4);
        String behind = Files.readString(node.checkpointFile);
        node.append(1);
        Files.writeString(node.checkpointFile, behind);
        harm("update tree_node set hash = decode('" + "ab".repeat(32) + "', 'hex') where level = 2");
        assertThatExceptionOfType(RegisterForked.class)
                .isThrownBy(() -> start(testDatabase).append(1));
    }

    @Test
    void refusesACheckpointThatNobodySigned() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(4);
        Files.writeString(
                node.checkpointFile, Files.readString(node.checkpointFile).replace("\n4\n", "\n3\n"));
        assertThatExceptionOfType(LogKeyRefused.class)
                .isThrownBy(() -> start(testDatabase))
                .withMessageContaining("checkpoint.txt");
    }

    @Test
    void refusesToStartWithoutTheKeyOnceSomethingIsRegistered() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(1);
        Files.delete(folder.resolve("log.pem"));
        assertThatExceptionOfType(LogKeyRefused.class)
                .isThrownBy(() -> start(testDatabase))
                .withMessageContaining("log.pem");
        Files.delete(node.checkpointFile);
        assertThatExceptionOfType(LogKeyRefused.class).isThrownBy(() -> start(testDatabase));
        assertThat(folder.resolve("log.pem")).doesNotExist();
        assertThatExceptionOfType(LogKeyRefused.class)
                .as("the database is gone too, the checkpoint is not")
                .isThrownBy(() -> {
                    Files.writeString(node.checkpointFile, "anything");
                    start(TestDatabase.fresh());
                });
    }

    @Test
    void refusesToStartWithAnotherKey() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(1);
        Files.delete(folder.resolve("log.pem"));
        new KeyFile(folder.resolve("log.pem")).make();
        assertThatExceptionOfType(LogKeyRefused.class)
                .isThrownBy(() -> start(testDatabase))
                .withMessageContaining("the database");
    }

    @Test
    void keepsItsKeyWhileNothingIsRegistered() {
        String first = start(testDatabase).reader.verifierKey();
        assertThat(start(testDatabase).reader.verifierKey()).isEqualTo(first);
    }

    @Test
    void appendsNoMoreUntilTheFileCanBeWritten() throws IOException {
        RegisterNode node = start(testDatabase);
        node.append(2);
        Path away = folder.resolve("away");
        Files.move(folder.resolve("a"), away);
        Files.writeString(folder.resolve("a"), "a file where a folder is needed");
        assertThat(node.append(1)).as("it is committed, and so it is told").hasSize(1);
        assertThatThrownBy(() -> node.append(1)).isInstanceOf(UncheckedIOException.class);
        assertThat(node.reader.size()).isEqualTo(3);
        Files.delete(folder.resolve("a"));
        Files.move(away, folder.resolve("a"));
        assertThat(node.append(1).get(0).index()).isEqualTo(3);
        assertThat(node.checkpointFile)
                .hasContent(node.reader.latestCheckpoint().orElseThrow());
    }

    @Test
    void leavesAFileAloneThatIsNewerThanTheCommit() {
        RegisterNode node = start(testDatabase);
        node.append(2);
        NoteSigner signer = new NoteSigner(RegisterNode.NAME, new KeyFile(folder.resolve("log.pem")).read());
        Checkpoint older = new Checkpoint(RegisterNode.NAME, 1, new byte[32]);
        node.guard.keep(signer.sign(older.text()), older);
        assertThat(Verification.checkpoint(read(node.checkpointFile), node.reader.verifierKey())
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
    }

    private RegisterNode start(TestDatabase database) {
        return new RegisterNode(pool(database), folder, "a");
    }

    private HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = database.asApplication();
        pools.add(pool);
        return pool;
    }

    private String frontier() {
        try (HikariDataSource owner = testDatabase.asOwner()) {
            return JdbcClient.create(owner)
                    .sql("select encode(frontier, 'hex') from head")
                    .query(String.class)
                    .single();
        }
    }

    private void harm(String sql) {
        try (HikariDataSource owner = testDatabase.asOwner()) {
            JdbcClient.create(owner).sql(sql).update();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
