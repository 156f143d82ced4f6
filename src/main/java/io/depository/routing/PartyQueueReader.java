package io.depository.routing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one party's queue: a batch in one transacted session, processed, then committed. A batch that fails is rolled
 * back, comes again after a pause, and nothing of it is lost.
 */
final class PartyQueueReader implements Runnable {

    /** Processes a batch; throws when it is not stored. */
    interface Batch {
        void process(List<IncomingMessage> messages) throws Exception;
    }

    /** Where failures are told. */
    interface Failures {
        void tell(String message, Throwable cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(PartyQueueReader.class);

    /** What one turn brought: messages to store, and why it ended early, if it did. */
    private record Received(
            List<IncomingMessage> messages, @Nullable Exception failure) {}

    private final BrokerConnection connection;
    private final String queue;
    private final MessageReader reader;
    private final Batch batch;
    private final Failures failures;
    private final PartyQueuesEndpoint settings;
    private final BackOff backOff;
    private final Object signal = new Object();

    private volatile boolean stopped;
    private volatile boolean suspended;
    private String lastTold = "";
    private @Nullable ClientSession session;
    private @Nullable ClientConsumer consumer;

    PartyQueueReader(
            BrokerConnection connection,
            String queue,
            MessageReader reader,
            Batch batch,
            Failures failures,
            PartyQueuesEndpoint settings) {
        this.connection = connection;
        this.queue = queue;
        this.reader = reader;
        this.batch = batch;
        this.failures = failures;
        this.settings = settings;
        this.backOff = new BackOff(settings.getBackOff(), settings.getMaximumBackOff());
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                if (suspended) {
                    closeSession();
                    pause(settings.getMaximumBackOff());
                } else {
                    readOnce();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeSession();
        }
    }

    /** Lets it end after the batch at hand. */
    void stop() {
        stopped = true;
        wake();
    }

    /** Lets it give back what it holds and wait. */
    void suspend() {
        suspended = true;
    }

    void resume() {
        suspended = false;
        wake();
    }

    private void readOnce() throws InterruptedException {
        try {
            ClientSession open = openSession();
            Received received = receiveBatch();
            if (suspended || stopped) {
                // What came just now goes back to the queue.
                closeSession();
                return;
            }
            if (!received.messages().isEmpty()) {
                batch.process(received.messages());
                open.commit();
            }
            if (received.failure() != null) {
                throw received.failure();
            }
            backOff.succeeded();
            lastTold = "";
        } catch (Exception e) {
            rollBack();
            closeSession();
            if (!stopped) {
                tellOnce(e);
                pause(backOff.failed());
            }
        }
    }

    /**
     * Waits for one, then takes what is there without waiting; acknowledges the last, and with it all before it. One
     * that cannot be read ends the batch, so that it does not take those before it along.
     */
    private Received receiveBatch() throws Exception {
        List<IncomingMessage> messages = new ArrayList<>();
        ClientConsumer open = openConsumer();
        ClientMessage last = null;
        Exception failure = null;
        long bytes = 0;
        ClientMessage message = open.receive(settings.getReceiveTimeout());
        while (message != null) {
            try {
                IncomingMessage incoming = reader.read(message);
                messages.add(incoming);
                bytes += incoming.content().kept().length;
                last = message;
            } catch (ActiveMQException | IOException | RuntimeException e) {
                failure = e;
            }
            boolean ended =
                    failure != null || messages.size() >= settings.getBatchSize() || bytes >= settings.getBatchBytes();
            message = ended ? null : open.receiveImmediate();
        }
        if (last != null) {
            last.acknowledge();
        }
        return new Received(messages, failure);
    }

    private ClientSession openSession() throws Exception {
        ClientSession open = session;
        if (open == null || open.isClosed()) {
            open = connection.openSession();
            session = open;
            consumer = open.createConsumer(queue);
        }
        return open;
    }

    private ClientConsumer openConsumer() {
        if (consumer == null) {
            throw new IllegalStateException("Queue " + queue + " is not open");
        }
        return consumer;
    }

    private void closeSession() {
        ClientSession open = session;
        session = null;
        consumer = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.debug("The session on queue {} did not close; the broker ends it", queue, e);
            }
        }
    }

    /** Gives back what was not committed, and lets the broker count that. */
    private void rollBack() {
        ClientSession open = session;
        if (open != null && !open.isClosed()) {
            try {
                open.rollback();
            } catch (ActiveMQException e) {
                LOG.debug("Queue {} was not rolled back; closing the session does it", queue, e);
            }
        }
    }

    /** A fault that lasts is told when it begins, and again when it becomes another one. */
    private void tellOnce(Exception cause) {
        if (!lastTold.equals(cause.toString())) {
            lastTold = cause.toString();
            failures.tell("Queue " + queue + " is read again after a pause; what failed is not acknowledged", cause);
        }
    }

    private void pause(long milliseconds) throws InterruptedException {
        synchronized (signal) {
            if (!stopped) {
                signal.wait(milliseconds);
            }
        }
    }

    private void wake() {
        synchronized (signal) {
            signal.notifyAll();
        }
    }
}
