package io.depository.lawyer;

import io.depository.treaty.Agreement;
import io.depository.treaty.LegalFact;
import io.depository.treaty.WhatIf;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What would follow in law if some acts were received. */
@Command(
        name = "what-if",
        sortOptions = false,
        description = {
            "What would follow in law if the supposed acts were received, beside what follows today, as CSV.",
            "Что последовало бы по праву, если бы предполагаемые акты были получены, рядом с тем, что следует сегодня."
        },
        footer = {
            "",
            "Lines: as-of, entry-into-force, counted, needed, missing, earliest, waiting-for; standing (one a state); new,"
                    + " moved, gone (one for each effect whose day would be another one); supposed (one for each act: counted,"
                    + " registered, or the code of its refusal).",
            "Exit code 0: understood. 2: a mistake in a file or an option."
        })
final class WhatIfCommand implements Runnable {

    @Mixin
    private final CaseOptions options;

    @Option(
            names = "--acts",
            paramLabel = "FILE.csv",
            description = {"The acts that were received, as for effects.", "Полученные акты, как для effects."})
    private @Nullable Path acts;

    @Option(
            names = "--suppose",
            required = true,
            paramLabel = "PARTY:ACT:DATE",
            description = {
                "An act that is supposed to be received on that day; as often as need be. Of a revocation, a fourth part names"
                        + " the note that it takes back.",
                "Акт, который предположительно будет получен в этот день."
            })
    private List<String> suppose = new ArrayList<>();

    private final Clock clock;
    private final PrintWriter out;

    WhatIfCommand(CaseOptions options, Clock clock, PrintWriter out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public void run() {
        Path file = acts;
        CsvText text = file == null ? null : CsvText.read(file.toString(), CaseOptions.contentOf(file));
        Agreement agreement = options.agreement();
        List<ActRow> rows = file == null || text == null ? List.of() : ActsFile.acts(file.toString(), text, agreement);
        List<LegalFact> supposed = Supposed.acts(suppose, agreement);
        LocalDate given = options.asOf(agreement);
        LocalDate asOf = given == null ? LocalDate.now(clock.withZone(agreement.zone())) : given;
        Case known = new Case(agreement, file == null ? "" : file.getFileName().toString(), rows, asOf);
        WhatIf whatIf = WhatIf.of(known.docket().position(), supposed, asOf);
        new WhatIfTable(
                        new CsvLines(out, text == null ? ',' : text.separator()),
                        options.language(),
                        options.reasons() != null)
                .write(whatIf);
    }
}
