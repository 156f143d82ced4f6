package io.depository.dispatch;

import io.depository.outbox.Attempt;
import io.depository.outbox.Claim;
import io.depository.outbox.Delivery;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Puts letters into the folders {@code <drop>/<PARTY>/out}, each whole under its final name or not there at all, and on
 * disk before it counts as sent. A letter written twice has the same name and the same bytes. A fault is reported, never
 * thrown.
 */
public final class FilePost {

    /** How long lanes may be kept by letters whose documents have to be made: an acknowledgement may come meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Path drop;
    private final Clock clock;
    private final Enclosing enclosing;
    private final Set<String> swept = ConcurrentHashMap.newKeySet();

    /**
     * Writes into the parties' folders.
     *
     * @param drop the folder that holds one folder a party; none is made here, so that a lost mount is not hidden
     */
    public FilePost(Path drop, Clock clock, Enclosing enclosing) {
        this.drop = drop;
        this.clock = clock;
        this.enclosing = enclosing;
    }

    /**
     * Writes the claim. Letters behind one that could not be written for now, in its lane, are not tried; nor is what is
     * left when making documents has taken long: it stays due.
     */
    public Report post(Claim claim) {
        Instant until = clock.instant().plus(LONGEST);
        List<Attempt> attempts = new ArrayList<>();
        for (Claim.Load load : claim.loads()) {
            if (clock.instant().isBefore(until)) {
                attempts.addAll(postLane(load.deliveries(), until));
            }
        }
        return new Report(claim, attempts);
    }

    /** Addresses may have changed over time, so one lane may lead to several folders. */
    private List<Attempt> postLane(List<Delivery> deliveries, Instant until) {
        List<Attempt> attempts = new ArrayList<>();
        int from = 0;
        while (from < deliveries.size()) {
            String address = deliveries.get(from).address();
            int to = from;
            while (to < deliveries.size() && deliveries.get(to).address().equals(address)) {
                to++;
            }
            List<Attempt> folder = postFolder(address, deliveries.subList(from, to), until);
            attempts.addAll(folder);
            if (folder.size() < to - from || folder.get(folder.size() - 1).outcome() == Attempt.Outcome.DEFERRED) {
                break;
            }
            from = to;
        }
        return attempts;
    }

    private List<Attempt> postFolder(String address, List<Delivery> deliveries, Instant until) {
        if (PartyCode.find(address).isEmpty()) {
            return attempts(deliveries, Attempt.Outcome.FAILED, "Not a party's folder: " + address);
        }
        try (OutFolder folder = OutFolder.open(drop, new PartyCode(address))) {
            if (swept.add(address)) {
                folder.sweep(clock.instant());
            }
            int written = 0;
            Optional<Exception> fault = Optional.empty();
            while (written < deliveries.size()
                    && fault.isEmpty()
                    && (written == 0 || clock.instant().isBefore(until))) {
                fault = tryToWrite(folder, deliveries.get(written));
                written += fault.isEmpty() ? 1 : 0;
            }
            folder.force();
            List<Attempt> attempts = new ArrayList<>(
                    attempts(deliveries.subList(0, written), Attempt.Outcome.SENT, "Written to " + address + "/out"));
            if (fault.isPresent()) {
                attempts.add(deferred(deliveries.get(written), fault.get()));
            }
            return attempts;
        } catch (IOException e) {
            return List.of(deferred(deliveries.get(0), e));
        }
    }

    /** The document before the JSON: whoever sees the JSON finds the document beside it. */
    private Optional<Exception> tryToWrite(OutFolder folder, Delivery delivery) {
        try {
            byte[] paper = enclosing.of(delivery).paper();
            if (paper != null) {
                folder.write(baseName(delivery) + ".pdf", paper);
            }
            folder.write(fileName(delivery), delivery.letter().body());
            return Optional.empty();
        } catch (IOException | DataAccessException | TransactionException | Enclosing.Unmade e) {
            return Optional.of(e);
        }
    }

    private static Attempt deferred(Delivery delivery, Exception fault) {
        return new Attempt(delivery.id(), Attempt.Outcome.DEFERRED, fault.toString());
    }

    /** Made of what is ours alone, and so safe. */
    static String fileName(Delivery delivery) {
        return baseName(delivery) + ".json";
    }

    private static String baseName(Delivery delivery) {
        return "%s-%s-%d"
                .formatted(
                        delivery.letter().type().wireName(), delivery.letter().id(), delivery.occasion());
    }

    private static List<Attempt> attempts(List<Delivery> deliveries, Attempt.Outcome outcome, String answer) {
        return deliveries.stream()
                .map(delivery -> new Attempt(delivery.id(), outcome, answer))
                .toList();
    }
}
