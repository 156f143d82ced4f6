package io.depository.lawyer;

import io.depository.agreements.AgreementFiles;
import io.depository.agreements.UnreadableAgreement;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands ask for alike. */
final class CaseOptions {

    private final CompletableFuture<AgreementFiles> files;

    @Option(
            names = "--agreement",
            required = true,
            paramLabel = "FILE.yaml",
            description = {
                "The agreement with its final clauses (docs/agreements.md).",
                "Соглашение с его заключительными положениями."
            })
    private @Nullable Path agreement;

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "en",
            description = "The language of the reasons; en by default. Язык обоснований.")
    private Language lang = Language.en;

    @Option(
            names = "--explain",
            description = {
                "Adds a column \"because\": rule, article, what counted and what did not, the arithmetic.",
                "Добавляет столбец because: норма, статья, что учтено и что нет, арифметика."
            })
    private boolean explain;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "What was received later than that day is left out.",
                "Полученное позже этого дня не учитывается."
            })
    private @Nullable String asOf;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help. Эта справка.")
    private boolean help;

    /**
     * @param files reads agreements
     */
    CaseOptions(CompletableFuture<AgreementFiles> files) {
        this.files = files;
    }

    /** The language of the reasons; null where none are asked for. */
    @Nullable
    Language reasons() {
        return explain ? lang : null;
    }

    Language language() {
        return lang;
    }

    /** The day asked about; null where none was given. */
    @Nullable
    LocalDate asOf(Agreement agreement) {
        return day("--as-of", asOf, agreement);
    }

    /** The day that an option names; null where it was not given. */
    static @Nullable LocalDate day(String option, @Nullable String text, Agreement agreement) {
        try {
            return text == null ? null : new CellReader(agreement).day(text);
        } catch (CellReader.NotUnderstood e) {
            throw new MistakenFile(Mistake.in(option, e.what()), e);
        }
    }

    Agreement agreement() {
        Path file = Objects.requireNonNull(agreement);
        byte[] content = contentOf(file);
        try {
            return files.join().load(file.toString(), content).agreement();
        } catch (UnreadableAgreement e) {
            throw new MistakenFile(
                    e.misreadings().stream()
                            .map(one -> new Mistake(one.file(), one.line(), one.column(), null, one.what()))
                            .toList(),
                    e);
        }
    }

    static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new MistakenFile(
                    Mistake.in(file.toString(), new Bilingual("такого файла нет", "there is no such file")), e);
        } catch (IOException e) {
            throw new MistakenFile(
                    Mistake.in(
                            file.toString(),
                            new Bilingual(
                                    "файл не читается: " + e.getMessage(),
                                    "the file cannot be read: " + e.getMessage())),
                    e);
        } catch (UncheckedIOException e) {
            throw new MistakenFile(
                    Mistake.in(file.toString(), new Bilingual("файл не читается", "the file cannot be read")), e);
        }
    }
}
