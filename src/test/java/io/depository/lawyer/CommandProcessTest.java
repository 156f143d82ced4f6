package io.depository.lawyer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.Depository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own: what goes to which stream, and what they exit with. */
class CommandProcessTest {

    @TempDir
    Path folder;

    private Path out;
    private Path err;

    @Test
    void answersOnTheStandardOutputAlone() throws Exception {
        int code = run(
                "effects", "--agreement", Run.SEED, "--acts", "docs/examples/acts.csv", "--explain", "--lang", "ru");
        assertThat(Files.readString(err, UTF_8)).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readString(out, UTF_8)).startsWith("line,party,act").contains("суббота 4 апреля 2026 г.");
    }

    @Test
    void tellsMistakesOnTheErrorStreamAndExitsWithTwo() throws Exception {
        Path acts = Files.writeString(folder.resolve("acts.csv"), "party,act,received\nKG,accession,today\n");
        int code = run("effects", "--agreement", Run.SEED, "--acts", acts.toString());
        assertThat(code).isEqualTo(2);
        assertThat(Files.readString(out, UTF_8)).isEmpty();
        assertThat(Files.readString(err, UTF_8))
                .contains("acts.csv, строка 2, столбец 3 (received): ")
                .contains("acts.csv, line 2, column 3 (received): ");
    }

    @Test
    void supposesAndExitsWithNought() throws Exception {
        int code = run(
                "what-if",
                "--agreement",
                Run.SEED,
                "--as-of",
                "2026-03-01",
                "--suppose",
                "KG:completion-of-procedures:2026-03-05");
        assertThat(Files.readString(err, UTF_8)).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readString(out, UTF_8)).contains("counted,,,0,1,");
    }

    private int run(String... arguments) throws Exception {
        out = folder.resolve("out");
        err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Depository.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
