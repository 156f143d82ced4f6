package io.depository.routing;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a fault that lasts when it begins, when it becomes another one, and when it is over; not at each poll that meets
 * it. What tells faults apart is their kinds, since their texts may count or give times.
 */
final class FaultLog implements ExceptionHandler {

    private final Logger log;
    private final String what;
    private String told = "";

    /**
     * @param teller whose logger it is
     * @param what what fails, and what happens next, as the subject of the log's line
     */
    FaultLog(Class<?> teller, String what) {
        this.log = LoggerFactory.getLogger(teller);
        this.what = what;
    }

    /** The fault, if there was one, has passed. */
    synchronized void over() {
        if (!told.isEmpty()) {
            told = "";
            log.info("{}: the fault is over", what);
        }
    }

    @Override
    public synchronized void handleException(Throwable cause) {
        String kinds = kinds(cause);
        if (told.equals(kinds)) {
            log.debug("{}: the fault lasts: {}", what, cause.toString());
        } else {
            told = kinds;
            log.warn("{}: this is told once, until it is over", what, cause);
        }
    }

    @Override
    public void handleException(@Nullable String message, Throwable cause) {
        handleException(cause);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable cause) {
        handleException(cause);
    }

    private static String kinds(Throwable fault) {
        StringBuilder kinds = new StringBuilder();
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < 10; cause = cause.getCause()) {
            kinds.append(cause.getClass().getName()).append(' ');
            depth++;
        }
        return kinds.toString();
    }
}
