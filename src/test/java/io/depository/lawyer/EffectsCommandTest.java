package io.depository.lawyer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from a file of acts, and how mistakes in it are told. */
class EffectsCommandTest {

    private static final String HEADER =
            "line,party,act,received,outcome,effect,on,article,alternative,computed,recorded,difference";

    @TempDir
    Path folder;

    @Test
    void answersTheExampleLineByLine() {
        Run run = Run.of("effects", "--agreement", Run.SEED, "--acts", "docs/examples/acts.csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        HEADER,
                        "2,KG,completion-of-procedures,2026-01-12,counted,entry-into-force-for-party,2026-04-04,12,2026-04-05,2026-04-04,,",
                        "3,MD,accession,2026-02-02,registered,entry-into-force-for-party,2026-04-04,13,2026-04-05,2026-04-04,,",
                        "4,KZ,completion-of-procedures,2026-02-16,counted,entry-into-force-for-party,2026-04-04,12,2026-04-05,2026-04-04,,",
                        "5,BY,completion-of-procedures,2026-03-05,counted,entry-into-force-for-party,2026-04-05,12,2026-04-05,2026-04-04,2026-04-05,1",
                        "6,KG,completion-of-procedures,2026-03-10,ALREADY_DONE,,,,,,,",
                        "7,AZ,completion-of-procedures,2026-03-30,counted,entry-into-force-for-party,2026-04-29,12,2026-04-30,2026-04-29,,",
                        "8,DE,accession,2026-04-01,NOT_ENTITLED,,,,,,,",
                        "9,KZ,withdrawal,2026-08-31,registered,,,,,,,",
                        "10,KZ,revocation,2026-10-01,registered,withdrawal-revoked,2026-10-01,14,,2026-10-01,,",
                        "11,BY,withdrawal,2026-11-02,registered,withdrawal-effective,2027-05-02,14,2027-05-03,2027-05-02,,",
                        "5,,,,general,threshold-reached,2026-03-05,12,,2026-03-05,,",
                        "5,,,,general,entry-into-force,2026-04-04,12,2026-04-05,2026-04-04,,");
    }

    @Test
    void explainsInTheLanguageAskedFor() {
        String[] arguments = {
            "effects", "--agreement", Run.SEED, "--acts", "docs/examples/acts.csv", "--explain", "--lang", "ru"
        };
        List<String> ru = Run.of(arguments).lines();
        assertThat(ru.get(0)).isEqualTo(HEADER + ",because");
        assertThat(ru.get(1)).contains("получено в понедельник 12 января 2026 г. (запись 2) и учтено: 1 из 3");
        assertThat(ru.get(2)).contains("не учитывается");
        assertThat(ru.get(4))
                .contains("Депозитарий записал день: воскресенье 5 апреля 2026 г.")
                .contains("записанный день на 1 день позже, как при другом способе счета");
        assertThat(ru.get(5)).contains("ALREADY_DONE: Согласие государства KG уже получено (статья 12)");
        assertThat(ru.get(8)).contains("отозвано уведомлением, полученным в четверг 1 октября 2026 г. (запись 10)");

        arguments[7] = "en";
        List<String> en = Run.of(arguments).lines();
        assertThat(en.get(4)).contains("the recorded day is 1 day later, as by the other way of counting");
        assertThat(en.get(6)).contains("fourth, 3 were needed");
        assertThat(en.get(7)).contains("NOT_ENTITLED: The agreement does not name the state DE");
        assertThat(en.get(12)).contains("not counted: entry 3 (MD, accession does not count)");
    }

    @Test
    void saysWhatIsDoubtful() {
        Run run = Run.effects(folder, "party,act,received\nAZ,completion-of-procedures,2026-01-12\n", "--explain");
        assertThat(run.out()).contains("Whether AZ signed the agreement is in doubt");
    }

    static Stream<Arguments> sameFiles() {
        String plain = "party,act,received\nKG,completion-of-procedures,2026-01-12\n";
        return Stream.of(
                Arguments.of("plain", plain.getBytes(UTF_8)),
                Arguments.of("with a byte order mark", ("\uFEFF" + plain).getBytes(UTF_8)),
                Arguments.of("of a spreadsheet", plain.replace("\n", "\r\n").getBytes(UTF_8)),
                Arguments.of("with empty lines at the end", (plain + "\n,,\n\n").getBytes(UTF_8)),
                Arguments.of(
                        "in quotes",
                        "\"party\",\"act\",\"received\"\n\"KG\",\"completion-of-procedures\",\"2026-01-12\""
                                .getBytes(UTF_8)),
                Arguments.of(
                        "columns in another order",
                        "Received,Party,Act\n2026-01-12,KG,completion-of-procedures\n".getBytes(UTF_8)),
                Arguments.of(
                        "the official name in Russian",
                        plain.replace("KG", "Кыргызская  республика").getBytes(UTF_8)),
                Arguments.of(
                        "the official name in English",
                        plain.replace("KG", "Kyrgyz Republic").getBytes(UTF_8)),
                Arguments.of(
                        "an instant late on the day before in UTC",
                        plain.replace("2026-01-12", "2026-01-11T21:00:00Z").getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameFiles")
    void readsOneFileInManyGuises(String guise, byte[] acts) {
        Run run = Run.effects(folder, acts);
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .containsExactly(
                        HEADER, "2,KG,completion-of-procedures,2026-01-12,counted,entry-into-force-for-party,,12,,,,");
    }

    @Test
    void answersWithTheSeparatorOfTheFile() {
        Run run = Run.effects(folder, "party;act;received\nKG;accession;2026-01-12\n");
        assertThat(run.lines()).contains("2;KG;accession;2026-01-12;ACT_NOT_ALLOWED;;;;;;;");
    }

    @Test
    void takesTheSignaturesThatTheFileTells() {
        Run run = Run.effects(folder, """
                party,act,received,signed
                UA,completion-of-procedures,2026-01-12,2025-06-06
                TM,completion-of-procedures,2026-01-12,
                """);
        assertThat(run.lines())
                .contains("2,UA,completion-of-procedures,2026-01-12,counted,entry-into-force-for-party,,12,,,,")
                .contains("3,TM,completion-of-procedures,2026-01-12,OUT_OF_ORDER,,,,,,,");
    }

    @Test
    void letsARecordedWithdrawalBeatTheComputedOne() {
        Run run = Run.effects(folder, """
                party,act,received,recorded
                KG,completion-of-procedures,2026-01-12,
                KZ,completion-of-procedures,2026-01-12,
                BY,completion-of-procedures,2026-01-12,2026-02-11
                BY,withdrawal,2026-08-31,2027-03-03
                """);
        assertThat(run.lines())
                .contains("4,BY,completion-of-procedures,2026-01-12,counted,entry-into-force-for-party,2026-02-11,12,"
                        + "2026-02-12,2026-02-11,2026-02-11,0")
                .contains(
                        "5,BY,withdrawal,2026-08-31,registered,withdrawal-effective,2027-03-03,14,2027-03-01,2027-02-28,"
                                + "2027-03-03,3");
    }

    @Test
    void leavesOutWhatWasReceivedAfterTheDayAskedAbout() {
        Run run =
                Run.of("effects", "--agreement", Run.SEED, "--acts", "docs/examples/acts.csv", "--as-of", "2026-02-28");
        assertThat(run.lines())
                .contains("2,KG,completion-of-procedures,2026-01-12,counted,entry-into-force-for-party,,12,,,,")
                .contains("5,BY,completion-of-procedures,2026-03-05,later,,,,,,2026-04-05,")
                .noneMatch(line -> line.contains("general"));
    }

    @Test
    void readsDaysThatOnlySomeAgreementsKnow() throws IOException {
        Path agreement = Files.writeString(folder.resolve("agreement.yaml"), """
                version: "1"
                id: example
                title: {ru: Соглашение, en: Agreement}
                signed: {place: Oslo, on: "1990-01-01"}
                depository: oslo
                zone: Europe/Oslo
                openTo: all
                clauses:
                  counting: day-n-after
                  consent: {article: "1", acts: [ratification], openTo: all}
                  entryIntoForce:
                    article: "2"
                    needed: 2
                    counts: [ratification]
                    period: P30D
                    laterPeriod: P30D
                    laterDay: true
                    binds: [SE]
                  accession: {article: "3", period: P30D, clock: consents}
                """);
        Path acts = Files.writeString(folder.resolve("some.csv"), """
                party,act,received,effective,agreed
                NO,ratification,2026-01-01,,
                DK,ratification,2026-01-02,,
                FI,ratification,2026-03-01,2026-06-01,
                IS,accession,2026-03-01,,2026-09-01
                EE,accession,2026-03-01,,
                """);
        Run run = Run.of(
                "effects",
                "--agreement",
                agreement.toString(),
                "--acts",
                acts.toString(),
                "--recorded-general",
                "2026-02-10");

        assertThat(run.lines())
                .contains(
                        "2,NO,ratification,2026-01-01,counted,entry-into-force-for-party,2026-02-10,2,,2026-02-10,,",
                        "4,FI,ratification,2026-03-01,counted,entry-into-force-for-party,2026-06-01,2,,2026-06-01,,",
                        "5,IS,accession,2026-03-01,registered,entry-into-force-for-party,2026-10-01,3,2026-10-02,2026-10-01,,",
                        "6,EE,accession,2026-03-01,registered,entry-into-force-for-party,,3,,,,",
                        "\"\",SE,,,general,entry-into-force-for-party,2026-02-10,2,,2026-02-10,,")
                .anyMatch(line -> line.contains(",general,entry-into-force,2026-02-10,2,"));
    }

    @Test
    void tellsEveryMistakeByLineAndColumn() {
        Run run = Run.effects(folder, """
                received,party,act,refers_to,effective,signed
                12.01.2026,KG,completion-of-procedures,,,
                2026-02-30,kg,ratify,,,
                2026-03-01T10:00:00,BY,revocation,,,
                2026-03-02,,accession,X,2026-05-05,2025-06-05
                2026-03-03,MD,accession,,,2025-06-05
                2026-03-03,MD,withdrawal,,,2025-06-06
                2026-03-04,MD
                """);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.mistakes(folder).stream()
                        .filter(line -> line.contains("column") || line.contains("line 8"))
                        .map(line -> line.replaceFirst("(\\): ).*", "$1")))
                .containsExactly(
                        "acts.csv, line 2, column 1 (received): ",
                        "acts.csv, line 3, column 2 (party): ",
                        "acts.csv, line 3, column 3 (act): ",
                        "acts.csv, line 3, column 1 (received): ",
                        "acts.csv, line 4, column 1 (received): ",
                        "acts.csv, line 4, column 4 (refers_to): ",
                        "acts.csv, line 5, column 2 (party): ",
                        "acts.csv, line 5, column 5 (effective): ",
                        "acts.csv, line 5, column 4 (refers_to): ",
                        "acts.csv, line 7, column 6 (signed): ",
                        "acts.csv, line 8, column 3: there are 2 values, and the header has 6 columns",
                        "acts.csv, line 8, column 3 (act): ");
        assertThat(run.mistakes(folder))
                .contains(
                        "acts.csv, строка 3, столбец 1 (received): такого дня нет в календаре: «2026-02-30»",
                        "acts.csv, line 3, column 1 (received): the calendar has no such day: \"2026-02-30\"");
    }

    static Stream<Arguments> unreadableFiles() {
        return Stream.of(
                Arguments.of("", "line 1: a header line was expected"),
                Arguments.of("party,act\nKG,accession\n", "line 1: the column received is missing"),
                Arguments.of(
                        "party,act,received,when\n",
                        "line 1, column 4 (when): there is no such column; known are party, act, received, signed,"
                                + " recorded, reference, effective, refers_to, changed, noticed"),
                Arguments.of("party,act,received,party\n", "line 1, column 4 (party): the column is there twice"),
                Arguments.of(
                        "party,act,received\nKG,\"accession\"x,2026-01-12\n",
                        "line 2: quotes are not as RFC 4180 has them"));
    }

    @ParameterizedTest
    @MethodSource("unreadableFiles")
    void tellsWhatIsWrongWithAFile(String acts, String mistake) {
        Run run = Run.effects(folder, acts);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.mistakes(folder)).anyMatch(line -> line.startsWith("acts.csv, " + mistake));
    }

    @Test
    void asksForUtf8() {
        Run run = Run.effects(
                folder,
                "party,act,received\nKG,accession,2026-01-12\nРоссия,accession,2026-01-12\n"
                        .getBytes(Charset.forName("windows-1251")));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.mistakes(folder)).anyMatch(line -> line.startsWith("acts.csv, line 3: UTF-8 was expected"));
    }

    @Test
    void tellsMistakesInTheAgreementsFileByLine() throws Exception {
        String broken = Files.readString(Path.of(Run.SEED)).replace("needed: 3", "needed: three");
        String file = Run.file(folder, "agreement.yaml", broken.getBytes(UTF_8));
        Run run = Run.of("effects", "--agreement", file, "--acts", "docs/examples/acts.csv");
        assertThat(run.code()).isEqualTo(2);
        long line = broken.substring(0, broken.indexOf("needed: three")).lines().count();
        assertThat(run.err()).contains("line " + line + ", column ");
    }

    static Stream<Arguments> wrongOptions() {
        String acts = "docs/examples/acts.csv";
        return Stream.of(
                Arguments.of(new String[] {"effects"}, "--agreement"),
                Arguments.of(new String[] {"effects", "--agreement", Run.SEED}, "--acts"),
                Arguments.of(new String[] {"effects", "--agreement", "none.yaml", "--acts", acts}, "no such file"),
                Arguments.of(new String[] {"effects", "--agreement", Run.SEED, "--acts", "none.csv"}, "no such file"),
                Arguments.of(
                        new String[] {"effects", "--agreement", Run.SEED, "--acts", acts, "--as-of", "soon"},
                        "--as-of: a day such as"),
                Arguments.of(
                        new String[] {"effects", "--agreement", Run.SEED, "--acts", acts, "--lang", "fr"}, "--lang"),
                Arguments.of(
                        new String[] {"effects", "--agreement", Run.SEED, "--acts", acts, "--quickly"}, "--quickly"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void refusesOptionsThatItCannotUnderstand(String[] arguments, String said) {
        Run run = Run.of(arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said);
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helps(String[] arguments, List<String> named) {
        Run run = Run.of(arguments);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().toLowerCase(Locale.ROOT)).contains(named);
    }

    static Stream<Arguments> helps() {
        return Stream.of(
                Arguments.of(new String[] {"--help"}, List.of("effects", "what-if")),
                Arguments.of(new String[] {"help"}, List.of("effects", "what-if")),
                Arguments.of(
                        new String[] {"effects", "--help"},
                        List.of("--agreement", "--acts", "--explain", "--as-of", "--lang", "refers_to", "exit code")),
                Arguments.of(
                        new String[] {"what-if", "--help"}, List.of("--suppose", "party:act:date", "предполагаемые")));
    }
}
