package io.depository.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * By drop folder: written beside under a name ending in {@code .part}, then renamed, so that nobody ever sees half a
 * file. A letter is taken by moving it away: that tells the depository that it has arrived.
 */
public final class FilePost implements Post {

    private final Path in;
    private final Path out;
    private final Path archive;
    private final WatchService watch;

    public FilePost(String party, Path home) throws IOException {
        Path drop = home.resolve("drop").resolve(party);
        this.in = drop.resolve("in");
        this.out = drop.resolve("out");
        if (!Files.isDirectory(in) || !Files.isDirectory(out)) {
            throw new IOException("No drop folder " + drop
                    + ". Is the depository running (mvn spring-boot:test-run)? DEPOSITORY_HOME says where.");
        }
        this.archive = Files.createDirectories(home.resolve("ministry").resolve(party));
        this.watch = out.getFileSystem().newWatchService();
        out.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    }

    @Override
    public String send(byte[] notification, String fileName) throws IOException {
        Path part = in.resolve(fileName + ".part");
        Files.write(part, notification);
        Path whole = Files.move(part, in.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        return "as file " + whole;
    }

    @Override
    public List<String> receive(Duration atMost) throws IOException {
        List<String> arrived = takeLetters();
        if (!arrived.isEmpty()) {
            return arrived;
        }
        try {
            WatchKey change = watch.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (change != null) {
                change.pollEvents();
                change.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for letters in " + out, e);
        }
        return takeLetters();
    }

    private List<String> takeLetters() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(out)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<String> letters = new ArrayList<>();
        for (Path file : files) {
            Path taken = Files.move(file, archive.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            letters.add(Files.readString(taken));
        }
        return letters;
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
