package io.depository.lawyer;

import io.depository.agreements.AgreementFiles;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/**
 * The commands for lawyers: {@code effects} and {@code what-if}. They read files, write CSV in UTF-8, and need neither
 * database nor broker.
 */
public final class Lawyers {

    /** All went well; what the law refuses is an answer, too. */
    private static final int UNDERSTOOD = 0;

    /** A file or an option could not be understood; nothing was worked out. */
    private static final int MISTAKEN = 2;

    private static final Set<String> COMMANDS = Set.of("effects", "what-if", "help", "--help", "-h");

    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param clock tells which day it is where a command asks about today
     * @param out where answers go
     * @param err where mistakes go
     */
    public Lawyers(Clock clock, OutputStream out, OutputStream err) {
        this.clock = clock;
        this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, false, StandardCharsets.UTF_8);
    }

    /** Whether the program's arguments ask for one of these commands. */
    public static boolean areAskedBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0, or 2 where a file or an option could not be understood
     */
    public int run(String... arguments) {
        // Most of a short command's time goes into getting ready to read an agreement: it begins at once, beside the
        // rest.
        CompletableFuture<AgreementFiles> files = CompletableFuture.supplyAsync(AgreementFiles::new);
        CommandLine line = new CommandLine(new Depository());
        line.addSubcommand(new EffectsCommand(new CaseOptions(files), out));
        line.addSubcommand(new WhatIfCommand(new CaseOptions(files), clock, out));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, result) -> {
            if (fault instanceof MistakenFile mistaken) {
                tell(mistaken);
                return MISTAKEN;
            }
            throw fault;
        });
        try {
            return line.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void tell(MistakenFile mistaken) {
        for (Mistake mistake : mistaken.mistakes()) {
            err.println(mistake.told().ru());
            err.println(mistake.told().en());
        }
    }

    @CommandLine.Command(
            name = "depository",
            description = {
                "Commands for lawyers; without one of them the depository itself starts.",
                "Команды для юристов; без них запускается сам депозитарий."
            },
            subcommands = CommandLine.HelpCommand.class)
    private static final class Depository implements Runnable {

        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "This help. Эта справка.")
        private boolean help;

        @Override
        public void run() {
            java.util.Objects.requireNonNull(spec)
                    .commandLine()
                    .usage(spec.commandLine().getOut());
        }
    }
}
