package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.Append;
import io.depository.register.Checkpoint;
import io.depository.register.InclusionReceipt;
import io.depository.register.RegisterReader;
import io.depository.register.Verification;
import io.depository.register.tree.ReferenceTree;
import io.depository.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads of several nodes on one register. */
class ConcurrentAppendTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HikariDataSource first;
    private HikariDataSource second;

    @BeforeEach
    void openPools() {
        TestDatabase database = TestDatabase.fresh();
        first = database.asApplication();
        second = database.asApplication();
    }

    @AfterEach
    void closeAll() {
        threads.shutdownNow();
        first.close();
        second.close();
    }

    @Test
    void neverForks() throws Exception {
        RegisterNode a = new RegisterNode(first, folder, "a");
        RegisterNode b = new RegisterNode(second, folder, "b");
        List<Callable<List<InclusionReceipt>>> writers = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            RegisterNode node = writer % 2 == 0 ? a : b;
            writers.add(writer(node, writer));
        }
        List<InclusionReceipt> receipts = new ArrayList<>();
        for (Future<List<InclusionReceipt>> future : threads.invokeAll(writers)) {
            receipts.addAll(future.get());
        }
        List<RegisterReader.RegisteredEntry> entries = a.reader.entries(0, 1000).entries();
        List<byte[]> records =
                entries.stream().map(RegisterReader.RegisteredEntry::record).toList();
        assertThat(receipts).hasSameSizeAs(entries);
        Checkpoint newest = newest(a);
        assertThat(newest.agreesWith(entries.size(), ReferenceTree.root(records)))
                .isTrue();
        assertThat(entries)
                .extracting(RegisterReader.RegisteredEntry::recordedAt)
                .isSorted();
        for (InclusionReceipt receipt : receipts) {
            assertThat(Verification.receipt(records.get((int) receipt.index()), receipt, a.reader.verifierKey()))
                    .isTrue();
            assertThat(Verification.consistency(
                            receipt.treeSize(),
                            receipt.rootHash(),
                            newest.size(),
                            newest.root(),
                            b.reader.consistencyProof(receipt.treeSize(), newest.size())))
                    .isTrue();
        }
        assertThat(List.of(a.checkpointFile, b.checkpointFile))
                .anySatisfy(file ->
                        assertThat(file).hasContent(a.reader.latestCheckpoint().orElseThrow()));
    }

    @Test
    void waitsForWhoeverHoldsTheLockAndRecordsAfterIt() throws Exception {
        RegisterNode a = new RegisterNode(first, folder, "a");
        RegisterNode b = new RegisterNode(second, folder, "b");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Instant> holder = threads.submit(() -> a.inLock(append -> {
            locked.countDown();
            await(goOn);
            append.add(RegisterNode.entry(new byte[] {1}));
            append.seal();
            return append.recordedAt();
        }));
        await(locked);
        Future<Append> waiter = threads.submit(() -> b.inLock(append -> append));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting(b) == 1);
        Instant stillWaiting = b.database
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        goOn.countDown();
        assertThat(waiter.get(10, TimeUnit.SECONDS).size()).isEqualTo(1);
        assertThat(waiter.get().recordedAt()).isAfter(holder.get()).isAfter(stillWaiting);
    }

    @Test
    void takesTheLockFromASleeper() throws Exception {
        RegisterNode a = new RegisterNode(first, folder, "a");
        RegisterNode b = new RegisterNode(second, folder, "b");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> sleeper = threads.submit(() -> a.inLock(append -> {
            append.add(RegisterNode.entry(new byte[] {1}));
            a.database
                    .sql("set local idle_in_transaction_session_timeout = '200ms'")
                    .update();
            locked.countDown();
            await(goOn);
            append.seal();
            return append;
        }));
        await(locked);
        assertThat(b.append(1).get(0).index()).isZero();
        goOn.countDown();
        assertThatThrownBy(() -> sleeper.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(b.reader.size()).isEqualTo(1);
    }

    @Test
    void putsALimitOnHowLongTheLockIsHeldOrWaitedFor() {
        RegisterNode a = new RegisterNode(first, folder, "a");
        List<String> limits =
                a.inLock(append -> a.database.sql("""
                        select setting from pg_settings
                        where name in ('lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
                        """).query(String.class).list());
        assertThat(limits)
                .as("milliseconds")
                .hasSize(3)
                .allSatisfy(limit -> assertThat(Long.parseLong(limit)).isBetween(1L, 60_000L));
    }

    private Callable<List<InclusionReceipt>> writer(RegisterNode node, int seed) {
        Random random = new Random(seed);
        return () -> {
            List<InclusionReceipt> receipts = new ArrayList<>();
            for (int batch = 0; batch < 15; batch++) {
                String name = seed + "/" + batch + "/";
                receipts.addAll(
                        node.append(1 + random.nextInt(4), index -> (name + index).getBytes(StandardCharsets.UTF_8)));
            }
            return receipts;
        };
    }

    private static Checkpoint newest(RegisterNode node) {
        return Verification.checkpoint(node.reader.latestCheckpoint().orElseThrow(), node.reader.verifierKey())
                .orElseThrow();
    }

    private static long waiting(RegisterNode node) {
        return node.database
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
