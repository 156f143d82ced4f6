package io.depository.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers why the last failed exchange of each route failed; Camel's own figures tell only when. */
@Component
class LastErrors extends EventNotifierSupport {

    private final Map<String, String> errors = new ConcurrentHashMap<>();

    LastErrors() {
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
    }

    @Nullable
    String of(String routeId) {
        return errors.get(routeId);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeFailedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed) {
            String route = failed.getExchange().getFromRouteId();
            Throwable cause = failed.getCause();
            if (route != null && cause != null) {
                errors.put(route, cause.getClass().getSimpleName() + ": " + cause.getMessage());
            }
        }
    }
}
