package io.depository.routing;

import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.State;
import io.depository.treaty.PartyCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** One reader a party queue, all on one connection. Who has a queue is asked of the directory at each start. */
final class PartyQueuesConsumer extends DefaultConsumer implements Suspendable {

    private final PartyQueuesEndpoint endpoint;
    private final Directory directory;
    private final Clock clock;
    private final List<PartyQueueReader> readers = new ArrayList<>();

    private @Nullable BrokerConnection connection;
    private @Nullable ExecutorService threads;

    PartyQueuesConsumer(PartyQueuesEndpoint endpoint, Processor processor, Directory directory, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        BrokerConnection shared =
                new BrokerConnection(endpoint.getBrokerUrl(), endpoint.getUsername(), endpoint.getPassword());
        connection = shared;
        ExecutorService pool = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newCachedThreadPool(this, endpoint.getEndpointUri());
        threads = pool;
        for (PartyCode party : partiesWithQueue()) {
            String queue = endpoint.getPrefix() + "." + party;
            MessageReader reader = new MessageReader(party, queue, endpoint.getLimit(), clock);
            PartyQueueReader queueReader =
                    new PartyQueueReader(shared, queue, reader, this::process, this::tell, endpoint);
            readers.add(queueReader);
            pool.execute(queueReader);
        }
    }

    @Override
    protected void doSuspend() {
        readers.forEach(PartyQueueReader::suspend);
    }

    @Override
    protected void doResume() {
        readers.forEach(PartyQueueReader::resume);
    }

    @Override
    protected void doStop() throws Exception {
        readers.forEach(PartyQueueReader::stop);
        readers.clear();
        if (threads != null) {
            getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .shutdownGraceful(threads, TimeUnit.SECONDS.toMillis(30));
            threads = null;
        }
        if (connection != null) {
            connection.close();
            connection = null;
        }
        super.doStop();
    }

    private List<PartyCode> partiesWithQueue() {
        return directory.listStates().stream()
                .map(State::party)
                .filter(party -> directory.listChannels(party).stream()
                        .anyMatch(registration -> registration.channel() == Channel.JMS))
                .toList();
    }

    private void process(List<IncomingMessage> messages) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(List.copyOf(messages));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void tell(String message, Throwable cause) {
        getExceptionHandler().handleException(message, cause);
    }
}
