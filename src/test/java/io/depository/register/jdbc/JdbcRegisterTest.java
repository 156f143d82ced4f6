package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.Append;
import io.depository.register.Checkpoint;
import io.depository.register.InclusionReceipt;
import io.depository.register.NewEntry;
import io.depository.register.NoSuchTree;
import io.depository.register.RegisterReader;
import io.depository.register.Verification;
import io.depository.register.tree.ReferenceTree;
import io.depository.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;

class JdbcRegisterTest {

    @TempDir
    Path folder;

    private TestDatabase testDatabase;
    private HikariDataSource source;
    private RegisterNode node;

    @BeforeEach
    void startANode() {
        testDatabase = TestDatabase.fresh();
        source = testDatabase.asApplication();
        node = new RegisterNode(source, folder, "a");
    }

    @AfterEach
    void stopIt() {
        source.close();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(node.reader.size()).isZero();
        assertThat(node.reader.sizeAt(Instant.parse("2030-01-01T00:00:00Z"))).isZero();
        assertThat(node.reader.latestCheckpoint()).isEmpty();
        assertThat(node.reader.entries(0, 10)).isEqualTo(new RegisterReader.Page(List.of(), null));
        assertThat(node.append(0)).isEmpty();
        assertThat(node.reader.latestCheckpoint()).isEmpty();
    }

    @Test
    void provesEveryEntryWhateverTheBatches() {
        long seed = System.nanoTime();
        System.out.println("Register in batches, seed " + seed);
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int batch = 0; batch < 25; batch++) {
            int count = 1 + random.nextInt(20);
            for (InclusionReceipt receipt : node.append(count)) {
                byte[] record = ("record " + receipt.index()).getBytes(StandardCharsets.UTF_8);
                records.add(record);
                assertThat(Verification.receipt(record, receipt, node.reader.verifierKey()))
                        .isTrue();
            }
            sizes.add((long) records.size());
        }
        int size = records.size();
        byte[] root = ReferenceTree.root(records);
        assertThat(newestCheckpoint().agreesWith(size, root)).isTrue();
        for (int index = 0; index < size; index += 1 + random.nextInt(9)) {
            assertThat(node.reader.inclusionProof(index, size))
                    .usingRecursiveComparison()
                    .isEqualTo(ReferenceTree.path(index, records));
        }
        for (long from : sizes) {
            Checkpoint then = checkpoint(node.reader.checkpointOf(from).orElseThrow());
            assertThat(Verification.consistency(
                            from, then.root(), size, root, node.reader.consistencyProof(from, size)))
                    .isTrue();
        }
    }

    @Test
    void provesOldEntriesTooAlsoWhenNothingIsAdded() {
        node.append(37);
        String before = node.reader.latestCheckpoint().orElseThrow();
        InclusionReceipt old = node.inLock(append -> {
            append.seal();
            return append.receiptOf(11);
        });
        assertThat(old.treeSize()).isEqualTo(37);
        assertThat(old.checkpoint()).isEqualTo(before);
        assertThat(node.reader.latestCheckpoint()).hasValue(before);
        assertThat(Verification.receipt(record(11), old, node.reader.verifierKey()))
                .isTrue();
        InclusionReceipt older = node.inLock(append -> {
            append.add(RegisterNode.entry(record(37)));
            append.seal();
            return append.receiptOf(5);
        });
        assertThat(older.treeSize()).isEqualTo(38);
        assertThat(Verification.receipt(record(5), older, node.reader.verifierKey()))
                .isTrue();
    }

    @Test
    void writesAndProvesTwoHundredEntriesByAHandfulOfStatements() {
        CountedStatements counted = new CountedStatements(source);
        RegisterNode busy = new RegisterNode(counted, folder, "a");
        busy.append(77);
        counted.count.set(0);
        assertThat(busy.append(200)).hasSize(200);
        assertThat(counted.count.get()).isEqualTo(2);
    }

    @Test
    void signsACheckpointThatTheJdkVerifies() throws Exception {
        node.append(3);
        String note = node.reader.latestCheckpoint().orElseThrow();
        String[] key = node.reader.verifierKey().split("\\+", 3);
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getDecoder().decode(key[2]), 1, 33));
        int end = note.lastIndexOf("\n\n") + 1;
        byte[] line = Base64.getDecoder()
                .decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(note.substring(0, end).getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Arrays.copyOfRange(line, 4, 68))).isTrue();
        assertThat(note).startsWith("cis-executive-committee\n3\n");
        assertThat(HexFormat.of().formatHex(line, 0, 4)).isEqualTo(key[1]);
    }

    @Test
    void givesEntriesInPages() {
        node.append(5);
        RegisterReader.Page first = node.reader.entries(0, 2);
        assertThat(first.next()).isEqualTo(2);
        RegisterReader.Page last = node.reader.entries(4, 2);
        assertThat(last.next()).isNull();
        RegisterReader.RegisteredEntry entry = last.entries().get(0);
        assertThat(entry.index()).isEqualTo(4);
        assertThat(entry.type()).isEqualTo(NewEntry.Type.NOTIFICATION);
        assertThat(entry.record()).isEqualTo(record(4));
        assertThat(entry.leafHash()).isEqualTo(Verification.leafHash(record(4)));
        assertThat(node.reader.entries(5, 2).entries()).isEmpty();
        assertThatExceptionOfType(NoSuchTree.class).isThrownBy(() -> node.reader.entries(-1, 2));
        assertThatExceptionOfType(NoSuchTree.class).isThrownBy(() -> node.reader.entries(0, 0));
    }

    @Test
    void refusesProofsForTreesThatNeverWere() {
        node.append(5);
        for (long[] wrong : new long[][] {{5, 5}, {0, 6}, {-1, 5}, {0, 0}, {0, -1}}) {
            assertThatExceptionOfType(NoSuchTree.class)
                    .isThrownBy(() -> node.reader.inclusionProof(wrong[0], wrong[1]));
        }
        for (long[] wrong : new long[][] {{0, 5}, {3, 6}, {4, 3}, {-1, 3}}) {
            assertThatExceptionOfType(NoSuchTree.class)
                    .isThrownBy(() -> node.reader.consistencyProof(wrong[0], wrong[1]));
        }
        assertThat(node.reader.consistencyProof(5, 5)).isEmpty();
    }

    @Test
    void knowsWhatWasKnownAtAnInstant() {
        List<Instant> instants = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int batch = 0; batch < 12; batch++) {
            int count = 1 + batch % 4;
            instants.add(node.inLock(append -> {
                for (int i = 0; i < count; i++) {
                    append.add(RegisterNode.entry(record(append.size())));
                }
                append.seal();
                return append.recordedAt();
            }));
            sizes.add(node.reader.size());
        }
        assertThat(instants).isSorted();
        assertThat(node.reader.sizeAt(instants.get(0).minusNanos(1000))).isZero();
        for (int i = 0; i < instants.size(); i++) {
            assertThat(node.reader.sizeAt(instants.get(i))).isEqualTo(sizes.get(i));
        }
        assertThat(node.reader.sizeAt(Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo(node.reader.size());
    }

    @Test
    void neverRecordsBeforeWhatItRecordedLast() {
        node.append(1);
        harm("update head set last_recorded_at = '2100-01-01T00:00:00Z'");
        Instant recordedAt = node.inLock(Append::recordedAt);
        assertThat(recordedAt).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
    }

    @Test
    void numbersCircularsInTheYearOfTheirDate() {
        List<String> numbers = node.inLock(append -> {
            String first = append.nextCircularNumber(2026);
            append.add(RegisterNode.entry(record(0)));
            append.seal();
            return List.of(first, append.nextCircularNumber(2026));
        });
        assertThat(numbers).containsExactly("2026/1", "2026/2");
        assertThat(numbered(2026)).isEqualTo("2026/3");
        assertThat(numbered(2027)).isEqualTo("2027/1");
        assertThat(numbered(2027)).isEqualTo("2027/2");
    }

    @Test
    void leavesNothingBehindWhenTheTransactionIsRolledBack() {
        node.append(3);
        node.transaction.executeWithoutResult(status -> {
            Append append = node.register.lock();
            append.nextCircularNumber(2026);
            append.add(RegisterNode.entry(record(3)));
            append.seal();
            status.setRollbackOnly();
        });
        assertThat(node.reader.size()).isEqualTo(3);
        assertThat(node.reader.checkpointOf(4)).isEmpty();
        assertThat(numbered(2026)).isEqualTo("2026/1");
        assertThat(node.append(1).get(0).index()).isEqualTo(3);
        assertThat(node.checkpointFile)
                .hasContent(node.reader.latestCheckpoint().orElseThrow());
    }

    @Test
    void commitsNothingThatWasNotSealed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> node.inLock(append -> append.add(RegisterNode.entry(record(0)))))
                .withMessageContaining("not sealed");
        assertThat(node.reader.size()).isZero();
    }

    @Test
    void refusesToBeMisused() {
        assertThatIllegalStateException().isThrownBy(node.register::lock).withMessageContaining("transaction");
        assertThatIllegalStateException()
                .isThrownBy(() -> node.inLock(append -> node.register.lock()))
                .withMessageContaining("already");
        assertThatIllegalStateException()
                .isThrownBy(() -> node.inLock(append -> append.receiptOf(0)))
                .withMessageContaining("Seal");
        node.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        assertThatIllegalStateException().isThrownBy(() -> node.append(1)).withMessageContaining("READ COMMITTED");
        node.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
        try (HikariDataSource another = testDatabase.asApplication()) {
            RegisterNode elsewhere = new RegisterNode(another, folder, "b");
            assertThatIllegalStateException()
                    .isThrownBy(() -> node.inLock(append -> elsewhere.register.lock()))
                    .withMessageContaining("another resource");
        }
    }

    @Test
    void fencesTheSleeperByTheDatabasesOwnTimeouts() {
        List<String> timeouts = node.inLock(append -> List.of(
                setting("lock_timeout"),
                setting("idle_in_transaction_session_timeout"),
                setting("transaction_timeout")));
        assertThat(timeouts).containsExactly("10s", "10s", "30s");
        assertThat(List.of(setting("lock_timeout"), setting("transaction_timeout")))
                .containsExactly("0", "0");
    }

    @Test
    void letsTheApplicationChangeNoEntry() {
        node.append(1);
        assertThatThrownBy(
                        () -> node.database.sql("update entry set record = ''").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void tellsItsPace() {
        byte[] filler = new byte[1500];
        Arrays.fill(filler, (byte) 'x');
        node.append(200, index -> filler);
        long start = System.nanoTime();
        for (int batch = 0; batch < 25; batch++) {
            node.append(200, index -> filler);
        }
        long each = (System.nanoTime() - start) / 25 / 1000;
        System.out.printf("Register: 200 entries of 1.5 KB with their receipts in %d us a batch%n", each);
    }

    private String numbered(int year) {
        return node.inLock(append -> append.nextCircularNumber(year));
    }

    private String setting(String name) {
        return node.database
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private void harm(String sql) {
        try (HikariDataSource owner = testDatabase.asOwner()) {
            JdbcClient.create(owner).sql(sql).update();
        }
    }

    private Checkpoint newestCheckpoint() {
        return checkpoint(node.reader.latestCheckpoint().orElseThrow());
    }

    private Checkpoint checkpoint(String note) {
        return Verification.checkpoint(note, node.reader.verifierKey()).orElseThrow();
    }

    private static byte[] record(long index) {
        return ("record " + index).getBytes(StandardCharsets.UTF_8);
    }
}
