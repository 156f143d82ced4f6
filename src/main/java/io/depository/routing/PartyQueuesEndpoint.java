package io.depository.routing;

import io.depository.parties.Directory;
import java.time.Clock;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/**
 * {@code party-queues:<prefix>}: the queues {@code <prefix>.<PARTY>} of all parties that have one, read in batches. The
 * body is a list of {@link IncomingMessage}. Its options are set from the route file; times are in milliseconds.
 */
final class PartyQueuesEndpoint extends DefaultEndpoint {

    private final String prefix;
    private final Directory directory;
    private final Clock clock;

    private String brokerUrl = "";
    private String username = "";
    private String password = "";
    private int batchSize = 200;
    private long batchBytes = 4L * 1024 * 1024;
    private long limit = 10L * 1024 * 1024;
    private long receiveTimeout = 500;
    private long backOff = 1_000;
    private long maximumBackOff = 30_000;

    PartyQueuesEndpoint(String uri, Component component, String prefix, Directory directory, Clock clock) {
        super(uri, component);
        this.prefix = prefix;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new PartyQueuesConsumer(this, processor, directory, clock);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Letters go out by the dispatch routes, not by " + getEndpointUri());
    }

    public String getPrefix() {
        return prefix;
    }

    public String getBrokerUrl() {
        return brokerUrl;
    }

    /** Of an Artemis broker, over its CORE protocol, e.g. {@code tcp://localhost:61616}. */
    public void setBrokerUrl(String brokerUrl) {
        this.brokerUrl = brokerUrl;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /** How many messages at most are stored together. */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getBatchBytes() {
        return batchBytes;
    }

    /** A batch ends with the message that reaches this many bytes. */
    public void setBatchBytes(long batchBytes) {
        this.batchBytes = batchBytes;
    }

    public long getLimit() {
        return limit;
    }

    /** The size in bytes beyond which a message is too large. */
    public void setLimit(long limit) {
        this.limit = limit;
    }

    public long getReceiveTimeout() {
        return receiveTimeout;
    }

    /** How long to wait for the first message of a batch before looking up. */
    public void setReceiveTimeout(long receiveTimeout) {
        this.receiveTimeout = receiveTimeout;
    }

    public long getBackOff() {
        return backOff;
    }

    /** The first pause after a failure; it doubles at each further one. */
    public void setBackOff(long backOff) {
        this.backOff = backOff;
    }

    public long getMaximumBackOff() {
        return maximumBackOff;
    }

    /** The longest pause after a failure. */
    public void setMaximumBackOff(long maximumBackOff) {
        this.maximumBackOff = maximumBackOff;
    }
}
