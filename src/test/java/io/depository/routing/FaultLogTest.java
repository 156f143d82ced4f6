package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(FaultLogTest.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final FaultLog faults = new FaultLog(FaultLogTest.class, "The mailbox is polled again after a pause");

    @BeforeEach
    void listen() {
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(told);
    }

    @Test
    void tellsAFaultOnceThoughItsTextCounts() {
        for (int i = 0; i < 5; i++) {
            faults.handleException("Failed polling", new IOException("timed out after " + i + " ms"));
        }
        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void tellsAnotherFaultOfAnotherCause() {
        faults.handleException(new IllegalStateException(new IOException("away")));
        faults.handleException(new IllegalStateException(new InterruptedException("stopped")));
        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void tellsThatItIsOverAndThenTheNextOne() {
        faults.over();
        faults.handleException(new IOException("away"));
        faults.over();
        faults.over();
        faults.handleException(new IOException("away"));
        assertThat(told.list)
                .extracting(ILoggingEvent::getLevel)
                .filteredOn(level -> level.isGreaterOrEqual(Level.INFO))
                .containsExactly(Level.WARN, Level.INFO, Level.WARN);
    }

    private long warnings() {
        return told.list.stream()
                .filter(event -> event.getLevel().equals(Level.WARN))
                .count();
    }
}
