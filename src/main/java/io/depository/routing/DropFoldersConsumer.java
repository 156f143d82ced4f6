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

/** Looks into the folders of all parties in turn; a failure in one neither keeps it from the next nor slows it down. */
final class DropFoldersConsumer extends ScheduledPollConsumer {

    private final DropFoldersEndpoint endpoint;
    private final Directory directory;
    private final Clock clock;
    private final FaultLog faults = new FaultLog(
            DropFoldersConsumer.class,
            "The drop folders are polled again after a pause; what is not stored stays taken");
    private final Map<PartyCode, FolderTurn> turns = new HashMap<>();

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
        for (State state : directory.listStates()) {
            if (isRunAllowed() && hasFolder(state.party())) {
                try {
                    stored += poll(turns.computeIfAbsent(state.party(), this::turn));
                } catch (Exception e) {
                    if (failure == null) {
                        failure = e;
                    } else {
                        failure.addSuppressed(e);
                    }
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        faults.over();
        return stored;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        turns.values().forEach(FolderTurn::close);
    }

    /** Fails only where what came cannot be stored. */
    private int poll(FolderTurn turn) throws Exception {
        List<IncomingFile> files = turn.next(endpoint.getBatchSize(), endpoint.getBatchBytes(), endpoint.getLimit());
        if (!files.isEmpty()) {
            process(files);
            files.forEach(turn::archive);
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

    private FolderTurn turn(PartyCode party) {
        Path path = Path.of(endpoint.getFolder()).resolve(party.value());
        Duration quiet = Duration.ofMillis(endpoint.getQuiet());
        return new FolderTurn(party, path, new DropFolder(party, path, quiet, clock, new Refusals()));
    }
}
