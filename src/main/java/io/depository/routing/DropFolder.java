package io.depository.routing;

import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one party: {@code in} is its own, {@code .taken} and {@code .archive} are ours. A file is taken by one
 * rename into a slot of its own in {@code .taken}, where the sender cannot reach it and from where it is read, and goes
 * with its slot to {@code .archive} when it is stored. Whatever a crash leaves in {@code .taken} is read again.
 *
 * <p>Names are looked at in rounds of all that lie in {@code in}; a round ends within one look unless there are more than a
 * thousand. So a look takes about as long however many files a party puts there, and the others' turn comes.
 */
final class DropFolder implements AutoCloseable {

    private static final int LOOKED_AT = 1_000;
    private static final int REMEMBERED = 20_000;
    /** While so many lie taken (the database is away), no more are. */
    private static final int WAITING = 1_000;

    private static final long BELIEVED_FOR_SECONDS = 60;

    /** A file as first seen with its present content. */
    private record Sighting(FileState state, Instant firstSeen, boolean again) {}

    private final Path in;
    private final Path taken;
    private final Duration quiet;
    private final Clock clock;
    private final Refusals refusals;
    private final TakenFiles slots;
    private final SecureRandom random = new SecureRandom();

    private Map<Path, Sighting> lastRound = new HashMap<>();
    private Map<Path, Sighting> thisRound = new HashMap<>();
    private @Nullable DirectoryStream<Path> listing;
    private Iterator<Path> names = Collections.emptyIterator();

    /**
     * @param quiet how long a file that is written in place must not change
     */
    DropFolder(PartyCode party, Path folder, Duration quiet, Clock clock, Refusals refusals) {
        this.in = folder.resolve("in");
        this.taken = folder.resolve(".taken");
        this.quiet = quiet;
        this.clock = clock;
        this.refusals = refusals;
        this.slots = new TakenFiles(party, folder, clock, refusals);
    }

    /** Makes the folders that are missing; refuses links in their place, which could lead into another party's. */
    void prepare() throws IOException {
        for (Path folder : List.of(in, taken)) {
            Files.createDirectories(folder);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(folder + " is a link: make it a folder");
            }
        }
    }

    /** Takes what is whole, the oldest first, so that nobody can change it any more. */
    void takeQuiet(int most) throws IOException {
        if (slots.waiting() >= WAITING) {
            return;
        }
        List<Map.Entry<Path, Sighting>> whole = look().entrySet().stream()
                .filter(entry -> isWhole(entry.getValue()))
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(sighting -> sighting.state().changedAt())))
                .limit(most)
                .toList();
        for (Map.Entry<Path, Sighting> entry : whole) {
            take(entry.getKey(), entry.getValue());
        }
    }

    /** What lies taken. */
    TakenFiles taken() {
        return slots;
    }

    /** Ends the round; the next look begins another one. */
    @Override
    public void close() throws IOException {
        DirectoryStream<Path> open = listing;
        listing = null;
        names = Collections.emptyIterator();
        if (open != null) {
            open.close();
        }
    }

    private Map<Path, Sighting> look() throws IOException {
        if (listing == null) {
            refusals.nextRound();
            thisRound = new HashMap<>();
            listing = Files.newDirectoryStream(in);
            names = listing.iterator();
        }
        Map<Path, Sighting> seen = new HashMap<>();
        Instant now = clock.instant();
        for (int looked = 0; looked < LOOKED_AT && names.hasNext(); looked++) {
            Path name = names.next();
            if (!isUnfinished(name)) {
                look(name, now, seen);
            }
        }
        remember(seen);
        if (!names.hasNext()) {
            close();
            lastRound = thisRound;
        }
        return seen;
    }

    /** What is not remembered is as if seen for the first time in the next round: its turn comes after the others'. */
    private void remember(Map<Path, Sighting> seen) {
        if (thisRound.size() < REMEMBERED) {
            thisRound.putAll(seen);
        }
    }

    private void look(Path name, Instant now, Map<Path, Sighting> seen) {
        try {
            FileState state = FileState.of(name);
            if (!state.regular()) {
                refusals.refuse(name, "it is no plain file (a link, folder or pipe)", null);
            } else if (!Files.isReadable(name)) {
                refusals.refuse(name, "it may not be read", null);
            } else {
                seen.put(name, sighting(lastRound.get(name), state, now));
            }
        } catch (NoSuchFileException e) {
            // Its sender, or another node, took it away between listing and looking.
            seen.remove(name);
        } catch (IOException e) {
            refusals.refuse(name, "its state cannot be read", e);
        }
    }

    /**
     * A change of mode or a further link sets the ctime and leaves the content: it moves no date. Since mtime is the
     * sender's to set, that is believed for a minute only, in which every quiet file is taken; else content could be
     * exchanged behind a first sight of long ago.
     */
    private static Sighting sighting(@Nullable Sighting before, FileState state, Instant now) {
        if (before == null || !state.hasContentOf(before.state())) {
            return new Sighting(state, now, false);
        }
        boolean believed =
                state.equals(before.state()) || !before.firstSeen().isBefore(now.minusSeconds(BELIEVED_FOR_SECONDS));
        return new Sighting(state, believed ? before.firstSeen() : now, believed);
    }

    private static boolean isUnfinished(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }

    /**
     * A file renamed into the folder is whole: once seen unchanged, or older than the quiet time, it is taken. One that
     * is written in place is whole when it has not changed for the quiet time by our own clock.
     */
    private boolean isWhole(Sighting sighting) {
        Instant since = clock.instant().minus(quiet);
        if (sighting.state().isChangedSinceLastWrite()) {
            return sighting.again() || sighting.state().changedAt().isBefore(since);
        }
        return sighting.again() && !sighting.firstSeen().isAfter(since);
    }

    private void take(Path file, Sighting sighting) {
        Instant changed = sighting.state().changedAt();
        Instant received = changed.isBefore(sighting.firstSeen()) ? changed : sighting.firstSeen();
        Path slot = taken.resolve(
                SlotName.of(received, sighting.state(), random.nextLong()).toString());
        try {
            Files.createDirectory(slot);
            Files.move(file, slot.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node was quicker, or the sender took it back: the empty slot is removed later.
            lastRound.remove(file);
        } catch (IOException e) {
            refusals.refuse(file, "it cannot be moved", e);
        }
    }
}
