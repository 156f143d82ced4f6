package io.depository.pages;

import io.depository.review.Changes;
import io.depository.review.RouteControl;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something has changed (server-sent events, HTML Living Standard), whichever node it happened on;
 * the pages then ask for themselves again. Looks once a second, and only while somebody listens.
 */
@Controller
class LiveUpdates implements DisposableBean {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final Changes changes;
    private final RouteControl routes;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "live-updates");
        thread.setDaemon(true);
        return thread;
    });

    private String last = "";

    LiveUpdates(Changes changes, RouteControl routes) {
        this.changes = changes;
        this.routes = routes;
        clockwork.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @GetMapping(path = "/office/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen() {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        listeners.add(emitter);
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onTimeout(() -> listeners.remove(emitter));
        emitter.onError(fault -> listeners.remove(emitter));
        return emitter;
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            String now = changes.stamp() + " " + routes.states();
            if (!now.equals(last)) {
                last = now;
                listeners.forEach(this::tell);
            }
        } catch (RuntimeException e) { // or there would be no other look
            LOG.warn("Whether anything changed cannot be seen; pages are told when it can: {}", e.toString());
        }
    }

    private void tell(SseEmitter listener) {
        try {
            listener.send(SseEmitter.event().name("changed").data("changed"));
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener); // that page was closed
        }
    }

    private static void close(SseEmitter listener) {
        try {
            listener.complete();
        } catch (IllegalStateException e) {
            LOG.debug("That page was closed already", e);
        }
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
        listeners.forEach(LiveUpdates::close);
    }
}
