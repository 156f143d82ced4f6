package io.depository.dispatch;

import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts letters into the queues {@code correspondence.<PARTY>}: a whole claim in one transaction of the broker, and one by
 * one where that fails. The delivery's wire id is the broker's duplicate id: what was sent but not marked before a crash
 * is taken for a duplicate the second time. One claim at a time; a fault is reported, never thrown.
 */
public final class JmsPost implements AutoCloseable {

    private static final int LONGEST_IN_LOG = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JmsPost.class);

    private final ConnectionFactory broker;
    private @Nullable JmsCounter counter;

    /** @param broker gives connections of the depository's own account, and gives up in seconds where it cannot */
    public JmsPost(ConnectionFactory broker) {
        this.broker = broker;
    }

    /** Sends the claim. Letters behind one that could not be sent for now, in its lane, are not tried. */
    public synchronized Report post(Claim claim) {
        try {
            counter();
        } catch (JMSException e) {
            return Report.allDeferred(claim, "The broker cannot be reached: " + e.getMessage());
        }
        try {
            return postTogether(claim);
        } catch (JMSException e) {
            LOG.info("A batch of letters goes out one by one, because the broker refused it: {}", brief(e));
            recover();
            return postOneByOne(claim);
        }
    }

    private Report postTogether(Claim claim) throws JMSException {
        JmsCounter open = counter();
        for (Claim.Load load : claim.loads()) {
            for (Delivery delivery : load.deliveries()) {
                open.put(delivery);
            }
        }
        open.commit();
        return Report.allSent(claim, delivery -> "Taken by queue " + JmsCounter.queue(delivery));
    }

    private Report postOneByOne(Claim claim) {
        List<Attempt> attempts = new ArrayList<>();
        for (Claim.Load load : claim.loads()) {
            for (Delivery delivery : load.deliveries()) {
                Attempt attempt = postAlone(delivery);
                attempts.add(attempt);
                if (attempt.outcome() == Attempt.Outcome.DEFERRED) {
                    break;
                }
            }
        }
        return new Report(claim, attempts);
    }

    private Attempt postAlone(Delivery delivery) {
        try {
            JmsCounter open = counter();
            open.put(delivery);
            open.commit();
            return new Attempt(delivery.id(), Attempt.Outcome.SENT, "Taken by queue " + JmsCounter.queue(delivery));
        } catch (JMSException e) {
            recover();
            return judge(delivery, e);
        }
    }

    private static Attempt judge(Delivery delivery, JMSException e) {
        String queue = JmsCounter.queue(delivery);
        if (isDuplicate(e)) {
            return new Attempt(delivery.id(), Attempt.Outcome.SENT, "Taken by queue " + queue + " before");
        }
        if (e instanceof InvalidDestinationException) {
            return new Attempt(
                    delivery.id(), Attempt.Outcome.FAILED, "No such queue: " + queue + ". Create it, then retry");
        }
        return new Attempt(delivery.id(), Attempt.Outcome.DEFERRED, "Queue " + queue + ": " + e.getMessage());
    }

    /** The broker's own words may hold the whole message. */
    private static String brief(JMSException e) {
        String text = String.valueOf(e.getMessage());
        return text.length() <= LONGEST_IN_LOG ? text : text.substring(0, LONGEST_IN_LOG);
    }

    private static boolean isDuplicate(Throwable e) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof ActiveMQDuplicateIdException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private JmsCounter counter() throws JMSException {
        JmsCounter open = counter;
        if (open == null) {
            open = JmsCounter.open(broker);
            counter = open;
        }
        return open;
    }

    private void recover() {
        JmsCounter open = counter;
        if (open != null) {
            try {
                open.rollback();
            } catch (JMSException e) {
                LOG.info("A new connection to the broker is needed: {}", e.getMessage());
                close();
            }
        }
    }

    @Override
    public synchronized void close() {
        JmsCounter open = counter;
        counter = null;
        if (open != null) {
            open.close();
        }
    }
}
