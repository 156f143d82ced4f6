package io.depository.routing;

import io.depository.parties.Directory;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** The scheme {@code drop-folders:}; why it is not Camel's file component is in docs/adr/0003-taking-files.md. */
@Component("drop-folders")
final class DropFoldersComponent extends DefaultComponent {

    private final Directory directory;
    private final Clock clock;

    DropFoldersComponent(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        DropFoldersEndpoint endpoint = new DropFoldersEndpoint(uri, this, remaining, directory, clock);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
