package io.depository.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a killed process left in the data folder: a server that still runs, or only the file that says so. The caller has
 * the home's lock, so whatever runs there serves nobody.
 */
final class LeftOver {

    private static final String PID_FILE = "postmaster.pid";

    private final Path data;
    private final PostgresPrograms programs;

    private LeftOver(Path data, PostgresPrograms programs) {
        this.data = data;
        this.programs = programs;
    }

    static LeftOver in(Path data, PostgresPrograms programs) {
        return new LeftOver(data, programs);
    }

    /** Stops the server; removes the file where its process is gone, or where the number belongs to another by now. */
    void end() throws IOException {
        Path file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return;
        }
        if (writtenProcess(file).filter(this::servesThisFolder).isPresent()) {
            programs.stop(data);
        }
        Files.deleteIfExists(file);
    }

    private static Optional<ProcessHandle> writtenProcess(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path workingFolder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            return Files.isSameFile(workingFolder, data);
        } catch (IOException noSuchView) {
            return process.info()
                    .commandLine()
                    .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                    .isPresent();
        }
    }
}
