package io.depository.routing;

import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.parties.State;
import io.depository.treaty.PartyCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Looks into the folders of all parties in turn; a failure in one does not keep it from the next. */
final class DropFoldersConsumer extends ScheduledPollConsumer {

    private final DropFoldersEndpoint endpoint;
    private final Directory directory;
    private final Clock clock;
    private final FaultLog faults = new FaultLog(
            DropFoldersConsumer.class,
            "The drop folders are polled again after a pause; what is not stored stays taken");
    private final Refusals refusals = new Refusals();
    private final Map<PartyCode, DropFolder> folders = new HashMap<>();

    DropFoldersConsumer(DropFoldersEndpoint endpoint, Processor processor, Directory directory, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.directory = directory;
        this.clock = clock;
        setExceptionHandler(faults);
    }

    @Override
    protected int poll() throws Exception {
        int stored = 0;
        Exception failure = null;
        refusals.begin();
        for (State state : directory.listStates()) {
            if (isRunAllowed() && hasFolder(state.party())) {
                try {
                    stored += poll(folders.computeIfAbsent(state.party(), this::folder));
                } catch (Exception e) {
                    if (failure == null) {
                        failure = e;
                    } else {
                        failure.addSuppressed(e);
                    }
                }
            }
        }
        refusals.end();
        if (failure != null) {
            throw failure;
        }
        faults.over();
        return stored;
    }

    /** What could not be taken when the folders were last looked into. */
    int refused() {
        return refusals.count();
    }

    private int poll(DropFolder folder) throws Exception {
        folder.prepare();
        folder.takeQuiet(endpoint.getBatchSize());
        List<IncomingFile> files =
                folder.readTaken(endpoint.getBatchSize(), endpoint.getBatchBytes(), endpoint.getLimit());
        if (!files.isEmpty()) {
            process(files);
            files.forEach(folder::archive);
        }
        return files.size();
    }

    private void process(List<IncomingFile> files) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(List.copyOf(files));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private boolean hasFolder(PartyCode party) {
        return directory.listChannels(party).stream().anyMatch(registration -> registration.channel() == Channel.FILE);
    }

    private DropFolder folder(PartyCode party) {
        Path folder = Path.of(endpoint.getFolder()).resolve(party.value());
        return new DropFolder(party, folder, Duration.ofMillis(endpoint.getQuiet()), clock, refusals);
    }
}
