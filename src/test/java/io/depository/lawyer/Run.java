package io.depository.lawyer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A command that was run, with what it said. */
record Run(int code, String out, String err) {

    static final String SEED = "src/main/resources/agreements/cis-heavy-engineering-2025.yaml";

    /** The morning of Tuesday 10 March 2026 in Minsk. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T06:00:00Z"), ZoneOffset.UTC);

    static Run of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Lawyers(CLOCK, out, err).run(arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** {@code effects} on the seed agreement and those acts. */
    static Run effects(Path folder, String acts, String... more) {
        return effects(folder, acts.getBytes(StandardCharsets.UTF_8), more);
    }

    static Run effects(Path folder, byte[] acts, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("effects", "--agreement", SEED, "--acts", file(folder, "acts.csv", acts)));
        arguments.addAll(List.of(more));
        return of(arguments.toArray(String[]::new));
    }

    static String file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** What it said of mistakes, without the name of the folder. */
    List<String> mistakes(Path folder) {
        return err.replace(folder + "/", "").lines().toList();
    }
}
