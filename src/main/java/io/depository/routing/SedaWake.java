package io.depository.routing;

import io.depository.inbox.Wake;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Wakes by a message to a queue in memory that holds one: while a wake-up waits, further ones change nothing. Before the
 * routes run, and if they fail, nothing happens: the next poll finds the work.
 */
@Component
class SedaWake implements Wake {

    static final String EXAMINE = "seda:examine?size=1&discardWhenFull=true";
    static final String DISPATCH = "seda:dispatch?size=1&discardWhenFull=true";

    private static final Logger LOG = LoggerFactory.getLogger(SedaWake.class);

    private final ObjectProvider<CamelContext> context;
    private volatile @Nullable ProducerTemplate template;

    SedaWake(ObjectProvider<CamelContext> context) {
        this.context = context;
    }

    @Override
    public void examination() {
        wake(EXAMINE);
    }

    @Override
    public void dispatch() {
        wake(DISPATCH);
    }

    private void wake(String endpoint) {
        CamelContext camel = context.getIfAvailable();
        if (camel == null || !camel.isStarted()) {
            return;
        }
        try {
            template(camel).sendBody(endpoint, "");
        } catch (CamelExecutionException | IllegalStateException e) {
            LOG.warn("Nobody was woken by {}; the next poll finds the work", endpoint, e);
        }
    }

    private ProducerTemplate template(CamelContext camel) {
        ProducerTemplate open = template;
        if (open == null) {
            open = camel.createProducerTemplate();
            template = open;
        }
        return open;
    }
}
