package io.depository.routing;

import io.depository.parties.Directory;
import java.time.Clock;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * {@code drop-folders:<folder>}: the folders {@code <folder>/<PARTY>/in} of all parties that have one, read in batches.
 * The body is a list of {@link IncomingFile}. Its options are set from the route file; times are in milliseconds.
 */
final class DropFoldersEndpoint extends ScheduledPollEndpoint {

    private final Directory directory;
    private final Clock clock;

    private String folder;
    private int batchSize = 100;
    private long batchBytes = 8L * 1024 * 1024;
    private long limit = 50L * 1024 * 1024;
    private long quiet = 1_500;

    DropFoldersEndpoint(String uri, Component component, String folder, Directory directory, Clock clock) {
        super(uri, component);
        this.folder = folder;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new DropFoldersConsumer(this, processor, directory, clock);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Letters go out by the dispatch routes, not by " + getEndpointUri());
    }

    public String getFolder() {
        return folder;
    }

    /** The folder that holds one folder a party. */
    public void setFolder(String folder) {
        this.folder = folder;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /** How many files of a party at most are stored together. */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getBatchBytes() {
        return batchBytes;
    }

    /** A batch ends with the file that reaches this many bytes. */
    public void setBatchBytes(long batchBytes) {
        this.batchBytes = batchBytes;
    }

    public long getLimit() {
        return limit;
    }

    /** The size in bytes beyond which a file is too large. */
    public void setLimit(long limit) {
        this.limit = limit;
    }

    public long getQuiet() {
        return quiet;
    }

    /** How long a file written in place must not change before it is taken. */
    public void setQuiet(long quiet) {
        this.quiet = quiet;
    }
}
