package io.depository.register.jdbc;

import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.register.RegisterRefused;
import io.depository.register.tree.Frontier;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register in PostgreSQL: one row is the head, and whoever appends holds its lock. */
@Component
final class JdbcRegister implements Register, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRegister.class);

    private final JdbcTemplate database;
    private final LogSigner signer;
    private final CheckpointGuard guard;

    JdbcRegister(JdbcTemplate database, LogSigner signer, CheckpointGuard guard) {
        this.database = database;
        this.signer = signer;
        this.guard = guard;
    }

    @Override
    public Append lock() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("The register is appended to in a transaction, and there is none");
        }
        if (TransactionSynchronizationManager.hasResource(this)) {
            throw new IllegalStateException("This transaction has locked the register already");
        }
        LockedHead head = Objects.requireNonNull(database.execute(LockedHead::lock));
        Frontier frontier = Frontier.of(head.size(), head.frontier());
        guard.check(frontier, head.note());
        signer.requireCurrent(head.key());
        JdbcAppend append = new JdbcAppend(JdbcClient.create(database), signer, head, frontier);
        TransactionSynchronizationManager.bindResource(this, append);
        TransactionSynchronizationManager.registerSynchronization(new AppendCompletion(this, append, guard));
        return append;
    }

    /**
     * Compares the database with the checkpoint outside it before anybody asks, so that the trouble is told at the start.
     * The application goes on to serve what can be read; each {@link #lock} refuses for itself.
     */
    @Override
    public void afterSingletonsInstantiated() {
        Checkpoints checkpoints = new Checkpoints(JdbcClient.create(database));
        try {
            database.query("select size, frontier from head where id = 1", row -> {
                Frontier frontier = Frontier.of(row.getLong("size"), row.getBytes("frontier"));
                String note = checkpoints.of(frontier.size()).orElse(null);
                guard.check(frontier, note);
                if (note != null) {
                    guard.catchUp(note);
                }
            });
            if (signer.nextKey().isPresent()) {
                changeKey();
            }
        } catch (RegisterRefused e) {
            LOG.error("Nothing will be appended to the register", e);
        }
    }

    /** Registers the change as an append of its own, the last one that the former key signs. */
    private void changeKey() {
        new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(database.getDataSource())))
                .executeWithoutResult(status -> {
                    JdbcAppend append = (JdbcAppend) lock();
                    signer.nextKey().ifPresent(next -> append.changeKey(next));
                });
        signer.changed();
        LOG.warn("The register's checkpoints are signed by another key from now on: {}", signer.verifierKey());
    }
}
