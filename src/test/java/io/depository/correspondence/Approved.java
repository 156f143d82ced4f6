package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Letters that a person has read and approved, as files under {@code src/test/resources/approved/correspondence}.
 *
 * <p>When a letter is meant to change, run the tests with {@code -Dletters.approve=true}: the files are written anew.
 * Then read {@code git diff} as a recipient would; the commit is the approval.
 */
final class Approved {

    private static final Path FOLDER = Path.of("src/test/resources/approved/correspondence");
    private static final boolean APPROVE = Boolean.getBoolean("letters.approve");

    private Approved() {}

    /** Holds when the text is exactly that of the approved file. */
    static void holds(String fileName, String text) {
        Path file = FOLDER.resolve(fileName);
        try {
            if (APPROVE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("approved letter; to write it: -Dletters.approve=true")
                    .exists();
            assertThat(text.lines())
                    .as("against %s; to approve the change: -Dletters.approve=true", file)
                    .containsExactlyElementsOf(Files.readAllLines(file));
            assertThat(text).isEqualTo(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }
}
