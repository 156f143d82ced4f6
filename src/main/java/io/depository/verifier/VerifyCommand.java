package io.depository.verifier;

import io.depository.register.LogKey;
import io.depository.register.Verification;
import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is proven by letters and an exported register, and what is not. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Says what letters of the depository and its exported register prove, by its verifier key alone.",
            "Говорит, что доказывают письма депозитария и выгрузка его реестра, по одному лишь его открытому ключу."
        },
        footer = {
            "",
            "Exit code 0: nothing is false. 1: something is; do not rely on it. 2: a file or an option could not be understood.",
            "Код 0: ложного нет. 1: есть ложное, полагаться нельзя. 2: файл или параметр не понят."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int SOUND = 0;
    private static final int UNSOUND = 1;

    enum Language {
        ru,
        en
    }

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY|FILE",
            description = {
                "The verifier key, as GET /api/register/key gave it once, or a file with it.",
                "Открытый ключ, полученный когда-то от GET /api/register/key, или файл с ним."
            })
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = {
                "A checkpoint from earlier: only whoever remembers one sees that a register was cut off.",
                "Прежняя контрольная точка: лишь тот, кто её помнит, увидит, что реестр обрезан."
            })
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description = {
                "The verifier key of a witness who is believed (C2SP tlog-cosignature).",
                "Открытый ключ свидетеля, которому верят (C2SP tlog-cosignature)."
            })
    private List<String> witnesses = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "ru|en",
            defaultValue = "en",
            description = "The language of the answer; en by default. Язык ответа.")
    private Language lang = Language.en;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help. Эта справка.")
    private boolean help;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "acknowledgement.json, circular.json, circular.pdf, or the register (GET /api/register/export).",
                "acknowledgement.json, circular.json, circular.pdf или выгрузка реестра (GET /api/register/export)."
            })
    private List<Path> files = new ArrayList<>();

    private final PrintWriter out;

    VerifyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        String trusted = keyGiven();
        List<Evidence> evidence = files.stream().map(Evidence::open).toList();
        List<Evidence> letters =
                evidence.stream().filter(one -> !one.isRegister()).toList();
        List<LogKey> keys = new ArrayList<>(List.of(new LogKey(trusted, 1, null)));
        boolean sound = true;
        for (Evidence export : evidence) {
            if (export.isRegister()) {
                RegisterCheck check = RegisterCheck.of(export.file(), trusted, remembered(letters), witnesses);
                sound &= tell(export.file(), check.findings());
                if (check.register().faults().isEmpty() && check.register().signedBy(trusted)) {
                    keys.clear();
                    keys.addAll(check.register().keys());
                }
            }
        }
        for (Evidence letter : letters) {
            sound &= tell(letter.file(), LetterCheck.check(letter.letter(), keys));
        }
        return sound ? SOUND : UNSOUND;
    }

    /** Every letter brings a checkpoint that its recipient remembers. */
    private List<RegisterCheck.Remembered> remembered(List<Evidence> letters) {
        List<RegisterCheck.Remembered> remembered = new ArrayList<>();
        checkpoints.forEach(file -> remembered.add(new RegisterCheck.Remembered(file.toString(), text(file))));
        letters.forEach(letter -> LetterCheck.checkpointIn(letter.letter())
                .ifPresent(note -> remembered.add(
                        new RegisterCheck.Remembered(letter.file().toString(), note))));
        return remembered;
    }

    private boolean tell(Path file, Findings findings) {
        out.println(file);
        findings.list()
                .forEach(finding ->
                        out.println("  " + said(finding.standing().word()) + ": " + said(finding.sentence())));
        return findings.sound();
    }

    private String said(Bilingual text) {
        return lang == Language.ru ? text.ru() : text.en();
    }

    private String keyGiven() {
        String given = Objects.requireNonNull(key);
        String found = given.contains("+") && !Files.exists(Path.of(given)) ? given : text(Path.of(given));
        return Optional.of(found.strip())
                .filter(VerifyCommand::isKey)
                .orElseThrow(() -> new Evidence.Mistaken(new Bilingual(
                        "--key: это не открытый ключ реестра: " + found.strip(),
                        "--key: not a verifier key of a register: " + found.strip())));
    }

    private static boolean isKey(String text) {
        try {
            Verification.checkpoint("", text);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // said in words by the caller
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Evidence.Mistaken(new Bilingual("Файл не читается: " + file, "The file cannot be read: " + file));
        }
    }
}
