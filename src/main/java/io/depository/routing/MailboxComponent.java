package io.depository.routing;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** The scheme {@code mailbox:}; why it is not Camel's mail component is in docs/adr/0007-reading-mail.md. */
@Component("mailbox")
final class MailboxComponent extends DefaultComponent {

    private final Clock clock;

    MailboxComponent(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MailboxEndpoint endpoint = new MailboxEndpoint(uri, this, remaining, clock);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
