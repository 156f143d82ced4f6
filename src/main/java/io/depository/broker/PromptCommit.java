package io.depository.broker;

import java.time.Duration;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;

/**
 * Fails the commit of a message that was sent long before. The broker stamps the time of receipt when a message is sent,
 * not when its transaction is committed: a sender could else keep a note in an open transaction and decide days later
 * whether it was received then.
 */
final class PromptCommit extends TransactionOperationAbstract {

    private final Duration limit;
    private final long sentAt = System.nanoTime();

    PromptCommit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void beforeCommit(Transaction transaction) throws Exception {
        if (System.nanoTime() - sentAt > limit.toNanos()) {
            ActiveMQException tooLate = new ActiveMQException(
                    "The depository's broker refuses this transaction: it was not committed within " + limit.toSeconds()
                            + " seconds of its first message. Send the messages again.",
                    ActiveMQExceptionType.TRANSACTION_ROLLED_BACK);
            transaction.markAsRollbackOnly(tooLate);
            throw tooLate;
        }
    }
}
