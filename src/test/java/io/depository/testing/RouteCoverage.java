package io.depository.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Notes which route steps an exchange has reached, by their ids: one line a step, in one file a process. Every Camel
 * context of a test run is watched without being asked to ({@link RouteCoverageListener}).
 */
public final class RouteCoverage {

    /** The system property that names the folder to note in; without it nothing is noted. */
    static final String FOLDER = "depository.route-coverage";

    private final Path file;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    /** Notes in a file of this process in the folder. */
    public RouteCoverage(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the route coverage: " + folder, e);
        }
        this.file = folder.resolve(ProcessHandle.current().pid() + ".txt");
    }

    /** Watches the steps of all routes that the context starts from now on. */
    public void watch(CamelContext context) {
        context.getCamelContextExtension()
                .addInterceptStrategy((watched, step, target, next) -> noting(step.getId(), target));
    }

    private Processor noting(String step, Processor target) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (reached.add(step)) {
                    note(step);
                }
                return super.process(exchange, callback);
            }
        };
    }

    private synchronized void note(String step) {
        try {
            Files.writeString(
                    file, step + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not note route step " + step + " in " + file, e);
        }
    }

    /** The ids noted in the folder by all processes; empty where there is no such folder. */
    public static Set<String> reachedIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the route coverage in " + folder, e);
        }
        return all;
    }
}
