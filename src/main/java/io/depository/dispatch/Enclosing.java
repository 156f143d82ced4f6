package io.depository.dispatch;

import io.depository.outbox.Delivery;
import io.depository.outbox.Enclosures;
import io.depository.outbox.Enclosures.Enclosure;
import io.depository.outbox.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes what goes with a circular, once for all recipients, before it is first sent by mail or into a folder, and keeps
 * it: whoever sends it later sends those bytes. One circular is made at a time, in a thread of its own, outside every
 * transaction.
 *
 * <p>What cannot be made within a minute is tried again with the letter, three times in all; then the circular goes
 * without it, for ever, and staff are alerted: in law a state is informed by what arrives (VCLT 78(c)), so no document may
 * hold a letter back. Safe for concurrent use.
 */
public class Enclosing implements AutoCloseable {

    static final int TRIES = 3;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Enclosing.class);

    private final @Nullable Enclosures kept;
    private final Function<byte[], byte[]> paper;
    private final Function<byte[], Optional<byte[]>> days;
    private final Duration longest;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Object turn = new Object();
    private ExecutorService desk = newDesk();

    /**
     * Makes enclosures.
     *
     * @param paper makes the PDF of a circular's JSON
     * @param days makes the calendar file of it; empty where it tells of no day
     */
    public Enclosing(Enclosures kept, Function<byte[], byte[]> paper, Function<byte[], Optional<byte[]>> days) {
        this(kept, paper, days, LONGEST);
    }

    Enclosing(
            @Nullable Enclosures kept,
            Function<byte[], byte[]> paper,
            Function<byte[], Optional<byte[]>> days,
            Duration longest) {
        this.kept = kept;
        this.paper = paper;
        this.days = days;
        this.longest = longest;
    }

    /** Letters go alone, as JSON. */
    public static Enclosing nothing() {
        return new Enclosing(null, json -> json, json -> Optional.empty(), LONGEST);
    }

    /**
     * What goes with the letter, the same each time.
     *
     * @throws Unmade where it could not be made, and is to be tried again with the letter
     */
    Enclosed of(Delivery delivery) {
        Enclosures store = kept;
        Letter letter = delivery.letter();
        if (store == null || letter.type() != Letter.Type.CIRCULAR) {
            return Enclosed.NOTHING;
        }
        Optional<List<Enclosure>> before = store.find(letter.id());
        if (before.isPresent()) {
            return Enclosed.of(before.get());
        }
        synchronized (turn) {
            return Enclosed.of(store.find(letter.id()).orElseGet(() -> store.keep(letter.id(), make(letter))));
        }
    }

    private List<Enclosure> make(Letter letter) {
        List<Enclosure> made = new ArrayList<>();
        made.add(enclosure(letter, Enclosed.PAPER, () -> paper.apply(letter.body())));
        Enclosure calendar =
                enclosure(letter, Enclosed.DAYS, () -> days.apply(letter.body()).orElse(new byte[0]));
        byte[] content = calendar.content();
        if (content == null || content.length > 0) {
            made.add(calendar);
        }
        failures.remove(letter.id());
        return made;
    }

    private Enclosure enclosure(Letter letter, String name, Callable<byte[]> making) {
        try {
            return new Enclosure(name, made(making), null);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            boolean away = cause instanceof DataAccessException; // and then nothing can be kept either
            int tries = away ? 0 : failures.merge(letter.id(), 1, Integer::sum);
            if (tries < TRIES) {
                throw new Unmade(name + " of " + letter.id() + " could not be made: " + cause, cause);
            }
            LOG.error(
                    "{} of {} could not be made in {} tries; the circular goes without it. Mend the cause before more"
                            + " circulars go so",
                    name,
                    letter.id(),
                    tries,
                    cause);
            return new Enclosure(name, null, cause.toString());
        }
    }

    private byte[] made(Callable<byte[]> making) throws ExecutionException, TimeoutException {
        Future<byte[]> future = desk.submit(making);
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            desk.shutdownNow(); // whatever hangs there is left to itself
            desk = newDesk();
            throw e;
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unmade("Stopped while a circular was being set", e);
        }
    }

    private static ExecutorService newDesk() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "enclosures");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        synchronized (turn) {
            desk.shutdownNow();
        }
    }

    /** Something that goes with a letter could not be made, this time. */
    static final class Unmade extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unmade(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
