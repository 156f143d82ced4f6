package io.depository.benchmark;

import io.depository.local.LocalServices;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The benchmark command: {@code mvn -q exec:java@benchmark}, with the number of messages and of rounds as arguments.
 *
 * <p>Each lap has a PostgreSQL at full durability and an Artemis that syncs its journal to itself, both new; the queues
 * are full before the clock starts. The contenders take turns, and each round begins with another one; the first round
 * warms the process up and is not counted. What counts is the median, and of that the ratio: rates are this machine's.
 */
public final class Throughput {

    private static final int MESSAGES = 3000;
    private static final int ROUNDS = 3;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path folder;
    private final int messages;
    private final int rounds;
    private final Map<Contender, List<Lap>> laps = new LinkedHashMap<>();
    private List<SignedNote> notes = List.of();
    private int lapsRun;

    private Throughput(Path folder, int messages, int rounds) {
        this.folder = folder;
        this.messages = messages;
        this.rounds = rounds;
        for (Contender contender : List.of(new WholeWay(), new PlainRoute(1), new PlainRoute(2), new Floor())) {
            laps.put(contender, new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MESSAGES;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        Files.createDirectories(Path.of("target"));
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "benchmark");
        try {
            new Throughput(folder, messages, rounds).run();
        } finally {
            remove(folder);
        }
        // Libraries of the contenders may have left threads behind.
        System.exit(0);
    }

    private void run() throws Exception {
        out.printf(
                "%,d signed notifications of 4 KB, %d rounds after a first one to warm up; %d processors, Java %s%n",
                messages, rounds, Runtime.getRuntime().availableProcessors(), Runtime.version());
        Files.createDirectories(folder.resolve("demo-keys"));
        List<Contender> order = new ArrayList<>(laps.keySet());
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : order) {
                Lap lap = lap(contender);
                out.printf(
                        "  %s  %-26s %,8.0f/s%n",
                        round == 0 ? "warm-up" : "round " + round, contender.title(), lap.perSecond());
                if (round > 0) {
                    laps.getOrDefault(contender, new ArrayList<>()).add(lap);
                }
            }
            Collections.rotate(order, 1);
        }
        out.println(new Table(laps).text());
    }

    private Lap lap(Contender contender) throws Exception {
        Path home = Files.createDirectories(folder.resolve("lap-" + lapsRun++));
        // One set of keys for all laps, so that the notes are signed once.
        Files.createSymbolicLink(home.resolve("demo-keys"), folder.resolve("demo-keys"));
        try (LocalServices services = LocalServices.startAnywhere(home)) {
            if (notes.isEmpty()) {
                notes = SignedNote.write(messages, home);
            }
            return contender.run(services, notes);
        } finally {
            remove(home);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark's folder " + folder + " is left over", e);
        }
    }
}
