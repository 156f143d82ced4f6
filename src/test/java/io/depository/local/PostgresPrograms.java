package io.depository.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, run by this process. What they say is added to the server's log. */
final class PostgresPrograms {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final PostgresBinaries binaries;
    private final Path log;
    private final List<String> prefix;

    PostgresPrograms(PostgresBinaries binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
        this.prefix = asWhom();
    }

    void initialise(Path data, String superuser, Path passwordFile) throws IOException {
        run(
                Duration.ofMinutes(3),
                "initdb",
                "--pgdata=" + data,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
    }

    /** Starts the server and waits until it takes connections. */
    void start(Path data, int port, Map<String, String> settings, Duration timeout) throws IOException {
        StringBuilder options = new StringBuilder("-p " + port);
        settings.forEach((name, value) ->
                options.append(" -c ").append(name).append("='").append(value).append("'"));
        run(
                timeout.plusSeconds(10),
                "pg_ctl",
                "start",
                "--pgdata=" + data,
                "--wait",
                "--timeout=" + timeout.toSeconds(),
                "--log=" + log,
                "--options=" + options);
    }

    /** Stops the server: its sessions are rolled back. One that does not stop in time is stopped hard. */
    void stop(Path data) throws IOException {
        try {
            stop(data, "fast");
        } catch (IOException tooSlow) {
            try {
                stop(data, "immediate");
            } catch (IOException e) {
                e.addSuppressed(tooSlow);
                throw e;
            }
        }
    }

    private void stop(Path data, String mode) throws IOException {
        run(
                STOP_TIMEOUT.plusSeconds(10),
                "pg_ctl",
                "stop",
                "--pgdata=" + data,
                "--mode=" + mode,
                "--wait",
                "--timeout=" + STOP_TIMEOUT.toSeconds());
    }

    private void run(Duration timeout, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " took longer than " + timeout + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " failed: " + lastWords());
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size())) + "; see " + log;
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    /**
     * PostgreSQL refuses to run as root, as which a container often runs everything. In a user namespace of its own root
     * is nobody in particular, and still owns its files.
     */
    private static List<String> asWhom() {
        boolean root = "root".equals(System.getProperty("user.name")) && File.separatorChar == '/';
        return root ? List.of("unshare", "--user") : List.of();
    }
}
