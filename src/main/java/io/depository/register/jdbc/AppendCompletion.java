package io.depository.register.jdbc;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What an append has still to do when its transaction ends. */
record AppendCompletion(JdbcRegister register, JdbcAppend append, CheckpointGuard guard)
        implements TransactionSynchronization {

    @Override
    public void beforeCommit(boolean readOnly) {
        append.finish();
    }

    @Override
    public void afterCommit() {
        append.signed().ifPresent(signed -> guard.keep(signed.note(), signed.says()));
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(register);
    }
}
