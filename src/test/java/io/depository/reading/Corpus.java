package io.depository.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Cases that others wrote, beside the project where they are present. */
final class Corpus {

    private Corpus() {}

    /** The files of that folder with that ending, in order; skips the test, and says so, where there are none. */
    static List<Path> files(String folder, String ending) {
        Path corpus = Path.of("../shared/corpora", folder);
        Assumptions.assumeTrue(Files.isDirectory(corpus), () -> "Skipped: there is no " + corpus.toAbsolutePath());
        try (Stream<Path> files = Files.list(corpus)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
