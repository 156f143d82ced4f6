package io.depository.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a program of the deployment's, for standards that no library here has, such as the Belarusian STB 34.101. It is run as
 * {@code <command> <content> <signature> <certificate>}, each the path of a file in a folder of its own that is removed
 * afterwards: the exact bytes that are signed; the CMS SignedData (DER); the signer's certificate (DER). It ends with 0 and
 * says {@code {"valid": true}} on its standard output where the signature over signed attributes is by that certificate, or
 * with 1 and {@code {"valid": false}} where it is not. All else is a fault and not an answer: another code, another output,
 * more than 4 KB of it, or no end within the time given, after which the program is killed.
 */
public final class CommandVerifier implements NationalVerifier {

    private static final int MOST_OUTPUT = 4096;
    private static final int AT_ONCE = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> command;
    private final Set<String> algorithms;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * A verifier by a program.
     *
     * @param command the program and its first arguments
     * @param algorithms object identifiers of the signature algorithms that it verifies
     * @param timeout how long it may take; as long at most a signature waits for its turn, since few are asked at once
     */
    public CommandVerifier(List<String> command, Set<String> algorithms, Duration timeout) {
        if (command.isEmpty() || algorithms.isEmpty()) {
            throw new IllegalArgumentException("A verifier by a program needs the program and its algorithms");
        }
        this.command = List.copyOf(command);
        this.algorithms = Set.copyOf(algorithms);
        this.timeout = timeout;
    }

    @Override
    public boolean knows(String digest, String signature) {
        return algorithms.contains(signature);
    }

    @Override
    public boolean matches(byte[] content, byte[] cms, byte[] certificate) {
        try {
            if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new VerifierFailed("Other signatures kept " + command + " busy for " + timeout);
            }
            try {
                return ask(content, cms, certificate);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VerifierFailed("Interrupted while " + command + " verified a signature", e);
        } catch (IOException e) {
            throw new VerifierFailed("The verifier " + command + " cannot be run: " + e.getMessage(), e);
        }
    }

    private boolean ask(byte[] content, byte[] cms, byte[] certificate) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("verifier");
        try {
            List<String> line = new ArrayList<>(command);
            line.add(Files.write(folder.resolve("content"), content).toString());
            line.add(Files.write(folder.resolve("signature"), cms).toString());
            line.add(Files.write(folder.resolve("certificate"), certificate).toString());
            return run(new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } finally {
            remove(folder);
        }
    }

    private boolean run(Process program) throws IOException, InterruptedException {
        try {
            program.getOutputStream().close();
            CompletableFuture<byte[]> said = CompletableFuture.supplyAsync(() -> head(program), CommandVerifier::aside);
            if (!program.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new VerifierFailed("The verifier " + command + " did not end within " + timeout);
            }
            return answer(program.exitValue(), said.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new VerifierFailed("What the verifier " + command + " says cannot be read", e);
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    /** A thread of its own: what a program leaves running can keep its output open for long. */
    private static void aside(Runnable reading) {
        Thread thread = new Thread(reading, "verifier output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Its output, as far as it may go and one byte more. Then the pipe is closed, so that it does not wait for ever. */
    private static byte[] head(Process program) {
        try (InputStream output = program.getInputStream()) {
            return output.readNBytes(MOST_OUTPUT + 1);
        } catch (IOException e) {
            return new byte[0]; // then the answer is none
        }
    }

    private boolean answer(int code, byte[] output) {
        JsonNode valid = output.length > MOST_OUTPUT ? null : valid(output);
        if (valid != null && valid.isBoolean() && code == (valid.booleanValue() ? 0 : 1)) {
            return valid.booleanValue();
        }
        throw new VerifierFailed(
                "The verifier " + command + " ended with " + code + " and " + output.length
                        + " bytes that do not say so: it must print {\"valid\": true} and end with 0, or {\"valid\": false} and 1");
    }

    private static @Nullable JsonNode valid(byte[] output) {
        try {
            return JSON.readTree(output).get("valid");
        } catch (JacksonException none) {
            return null; // the caller makes a fault of it
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
