package io.depository.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/** What was started, stopped last first. May be stopped by another thread while something is still starting. */
final class Pile implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Puts it on top. Throws where all has been stopped meanwhile, and stops this too. */
    synchronized <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        if (closed) {
            closeAll();
            throw new IllegalStateException("Stopped while starting");
        }
        return resource;
    }

    /** Stops everything, last started first: the application before what it stands on. */
    @Override
    public synchronized void close() {
        closed = true;
        closeAll();
    }

    private void closeAll() {
        while (!started.isEmpty()) {
            AutoCloseable resource = started.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(LocalDepository.class).error("{} does not stop", resource, e);
            }
        }
    }
}
