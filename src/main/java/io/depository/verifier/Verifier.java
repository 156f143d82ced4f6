package io.depository.verifier;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

/** The command {@code verify}: reads files, writes sentences in UTF-8, and needs neither server nor network. */
public final class Verifier {

    private static final int MISTAKEN = 2;

    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param out where answers go
     * @param err where mistakes go
     */
    public Verifier(OutputStream out, OutputStream err) {
        this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, false, StandardCharsets.UTF_8);
    }

    /** Whether the program's arguments ask for this command. */
    public static boolean isAskedBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("verify");
    }

    /**
     * Runs the command.
     *
     * @param arguments the first of them is the command's name
     * @return the exit code: 0 where nothing is false, 1 where something is, 2 where a file or an option could not be
     *     understood
     */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(new VerifyCommand(out));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, result) -> {
            if (fault instanceof Evidence.Mistaken mistaken) {
                err.println(mistaken.what().ru());
                err.println(mistaken.what().en());
                return MISTAKEN;
            }
            throw fault;
        });
        try {
            return line.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
        } finally {
            out.flush();
            err.flush();
        }
    }
}
