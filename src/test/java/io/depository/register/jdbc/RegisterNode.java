package io.depository.register.jdbc;

import io.depository.register.Append;
import io.depository.register.InclusionReceipt;
import io.depository.register.LogIdentity;
import io.depository.register.NewEntry;
import io.depository.register.RegisterReader;
import io.depository.treaty.PartyCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the depository, as far as the register goes. All nodes have one key, each its own checkpoint file. */
final class RegisterNode {

    static final String NAME = "cis-executive-committee";

    final JdbcRegister register;
    final LogSigner signer;
    final CheckpointGuard guard;
    final RegisterReader reader;
    final JdbcClient database;
    final TransactionTemplate transaction;
    final Path checkpointFile;

    /** Starts a node in that folder, or starts it again. */
    RegisterNode(DataSource source, Path folder, String node) {
        JdbcTemplate template = new JdbcTemplate(source);
        database = JdbcClient.create(template);
        checkpointFile = folder.resolve(node).resolve("checkpoint.txt");
        Path key = folder.resolve("log.pem");
        Path next = folder.resolve("next.pem");
        LogIdentity identity = Files.exists(next)
                ? new LogIdentity(NAME, next, key, checkpointFile)
                : new LogIdentity(NAME, key, null, checkpointFile);
        signer = new LogSigner(database, identity);
        guard = new CheckpointGuard(database, signer, identity);
        register = new JdbcRegister(template, signer, guard);
        reader = new JdbcRegisterReader(database, signer);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        register.afterSingletonsInstantiated();
    }

    /** Adds so many entries in one append; gives their receipts. */
    List<InclusionReceipt> append(int count) {
        return append(count, index -> ("record " + index).getBytes(StandardCharsets.UTF_8));
    }

    List<InclusionReceipt> append(int count, Function<Long, byte[]> record) {
        return inLock(append -> {
            long first = append.size();
            for (int i = 0; i < count; i++) {
                append.add(entry(record.apply(append.size())));
            }
            append.seal();
            List<InclusionReceipt> receipts = new ArrayList<>();
            for (long index = first; index < append.size(); index++) {
                receipts.add(append.receiptOf(index));
            }
            return receipts;
        });
    }

    <T> T inLock(Function<Append, T> work) {
        return transaction.execute(status -> work.apply(register.lock()));
    }

    static NewEntry entry(byte[] record) {
        return new NewEntry(NewEntry.Type.NOTIFICATION, "cis-heavy-engineering-2025", new PartyCode("KG"), record);
    }
}
