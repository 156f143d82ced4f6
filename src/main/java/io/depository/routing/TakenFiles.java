package io.depository.routing;

import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was taken from a party's folder and is not stored yet: each file in a slot of its own, where its sender cannot reach
 * it. A slot is read as often as it takes, and goes to the archive when its file is stored.
 */
final class TakenFiles {

    private static final long ABANDONED_AFTER_SECONDS = 60;

    private final PartyCode party;
    private final Path taken;
    private final Path archive;
    private final Path refused;
    private final Clock clock;
    private final Refusals refusals;

    private int waiting;

    TakenFiles(PartyCode party, Path folder, Clock clock, Refusals refusals) {
        this.party = party;
        this.taken = folder.resolve(".taken");
        this.archive = folder.resolve(".archive");
        this.refused = folder.resolve(".refused");
        this.clock = clock;
        this.refusals = refusals;
    }

    /** How many lay there at the last reading. */
    int waiting() {
        return waiting;
    }

    /** What lies taken, the earliest receipt first, as many as fit. One that cannot be read stays for the next time. */
    List<IncomingFile> read(int most, long mostBytes, long limit) throws IOException {
        List<Path> slots = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(taken)) {
            stream.forEach(slots::add);
        }
        waiting = slots.size();
        slots.sort(Comparator.comparing(slot -> slot.getFileName().toString()));
        List<IncomingFile> files = new ArrayList<>();
        long bytes = 0;
        for (Path slot : slots) {
            if (files.size() >= most || bytes >= mostBytes) {
                break;
            }
            IncomingFile file = read(slot, limit);
            if (file != null) {
                files.add(file);
                bytes += file.content().kept().length;
            }
        }
        return files;
    }

    /** Puts a stored file away, under {@code .archive/<yyyy>/<mm>} of its receipt (UTC). */
    void archive(IncomingFile file) {
        String month =
                file.receivedAt().toString().substring(0, "yyyy-mm".length()).replace('-', '/');
        moveSlot(file.slot(), archive.resolve(month));
    }

    private @Nullable IncomingFile read(Path slot, long limit) {
        SlotName name = SlotName.parse(slot.getFileName().toString()).orElse(null);
        if (name == null) {
            refusals.refuse(slot, "nothing of ours has such a name", null);
            return null;
        }
        try {
            Path file = onlyFile(slot);
            if (file == null) {
                return null;
            }
            FileState state = FileState.of(file);
            if (!state.regular()) {
                refusals.refuse(slot, "a link or pipe was put in the place of the file", null);
                moveSlot(slot, refused);
                return null;
            }
            RawContent content = content(file, state, limit);
            if (!FileState.of(file).equals(state)) {
                refusals.refuse(slot, "its sender still writes to it", null);
                return null;
            }
            // What was replaced between looking and taking was first seen when it was taken.
            Instant received = name.names(state) ? name.receivedAt() : state.changedAt();
            return new IncomingFile(party, slot, text(file), received, content);
        } catch (NoSuchFileException e) {
            // Another node has just archived it.
            return null;
        } catch (IOException e) {
            refusals.refuse(slot, "it cannot be read", e);
            return null;
        }
    }

    private static RawContent content(Path file, FileState state, long limit) throws IOException {
        ContentSink sink = new ContentSink(limit, state.size());
        try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return sink.contentOf(bytes, state.size());
        }
    }

    private @Nullable Path onlyFile(Path slot) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(slot)) {
            var files = content.iterator();
            if (files.hasNext()) {
                return files.next();
            }
        }
        if (FileState.of(slot).changedAt().isBefore(clock.instant().minusSeconds(ABANDONED_AFTER_SECONDS))) {
            Files.deleteIfExists(slot);
        }
        return null;
    }

    private void moveSlot(Path slot, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.move(slot, folder.resolve(slot.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node that read the same left-over has archived it.
            waiting = Math.max(0, waiting - 1);
        } catch (IOException e) {
            refusals.refuse(slot, "it is stored but cannot be put into " + folder, e);
        }
    }

    /** The name as UTF-8 whatever the locale that this process runs in: its bytes, by way of the path's URI. */
    private static String text(Path file) {
        String path = file.toUri().getRawPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
