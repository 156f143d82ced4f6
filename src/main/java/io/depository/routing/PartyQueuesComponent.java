package io.depository.routing;

import io.depository.parties.Directory;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * The scheme {@code party-queues:}. Camel's own JMS component does one message a transaction; a batch a transaction is
 * what makes the intake many times faster (docs/adr/0006-reading-queues.md).
 */
@Component("party-queues")
final class PartyQueuesComponent extends DefaultComponent {

    private final Directory directory;
    private final Clock clock;

    PartyQueuesComponent(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PartyQueuesEndpoint endpoint = new PartyQueuesEndpoint(uri, this, remaining, directory, clock);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
