package io.depository.lawyer;

import io.depository.treaty.Agreement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What follows in law from the acts of a file. */
@Command(
        name = "effects",
        sortOptions = false,
        description = {
            "What follows in law from the acts of a file, as CSV: a line for each act in the order of the file, then one for"
                    + " each effect on the agreement as a whole.",
            "Что следует по праву из актов файла, в виде CSV: строка на каждый акт в порядке файла, затем строки общих"
                    + " последствий."
        },
        footer = {
            "",
            "The acts file has a header with the columns party, act, received and, if need be, signed, recorded, reference,"
                    + " effective, refers_to, changed, noticed, agreed, in any order; UTF-8, separated by commas or semicolons.",
            "Exit code 0: understood (what the law refuses is shown with its reason). 2: a mistake in a file or an option; all"
                    + " mistakes are told by file, line and column.",
            "Reasons call an act by its line: \"entry 5\" is line 5 of the acts file."
        })
final class EffectsCommand implements Runnable {

    @Mixin
    private final CaseOptions options;

    @Option(
            names = "--acts",
            required = true,
            paramLabel = "FILE.csv",
            description = {
                "The acts of states that the depositary received.",
                "Акты государств, полученные депозитарием."
            })
    private @Nullable Path acts;

    @Option(
            names = "--recorded-general",
            paramLabel = "DATE",
            description = {
                "The day that the depositary recorded for the general entry into force: it beats the computed one.",
                "День общего вступления в силу, записанный депозитарием: он важнее вычисленного."
            })
    private @Nullable String recordedGeneral;

    private final PrintWriter out;

    EffectsCommand(CaseOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public void run() {
        Path file = Objects.requireNonNull(acts);
        CsvText text = CsvText.read(file.toString(), CaseOptions.contentOf(file));
        Agreement agreement = options.agreement();
        List<ActRow> rows = ActsFile.acts(file.toString(), text, agreement);
        LocalDate asOf = options.asOf(agreement);
        LocalDate general = CaseOptions.day("--recorded-general", recordedGeneral, agreement);
        Case examined = new Case(agreement, file.getFileName().toString(), rows, asOf, general);
        new EffectsTable(new CsvLines(out, text.separator()), options.reasons()).write(rows, examined);
    }
}
