package io.depository.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Condition;
import io.depository.treaty.Counting;
import io.depository.treaty.CountingConvention;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementFilesTest {

    private static final String SEED = "agreements/cis-heavy-engineering-2025.yaml";

    /** A file with a clause of most kinds, one a line. */
    private static final String CLAUSES = """
            version: "1"
            id: clauses
            title: {ru: Соглашение, en: Agreement}
            signed: {place: Oslo, on: "1990-01-01"}
            depository: oslo
            zone: Europe/Oslo
            openTo: all
            groups:
              shippers: [NO, GR, PA]
            weights:
              tonnage:
                source: Annex
                shares:
                  NO: "30.5"
                  GR: "40"
            clauses:
              counting:
                - convention: day-n-after
                - {convention: after-n-full-days, from: "1995-01-01"}
                - convention: day-n-after
                  from: "2007-01-01"
              consent:
                article: "1"
                openTo: shippers
                acts: [ratification]
              entryIntoForce:
                article: "2"
                from: {allBut: [EU]}
                counts: [ratification]
                earliest:
                  - period: P30D
                    needed: 5
                    ofWhich:
                      - needed: 2
                        from: shippers
                    notBefore: "2001-01-01"
                  - period: P30D
                    weight: {table: tonnage, atLeast: "50"}
                  - period: P0D
                    all: [DK, SE]
                laterPeriod:
                  length: P3M
                  ending: first-of-nth-month
                laterClock: notice
              withdrawal:
                article: "3"
                notice: P1Y
                notBefore:
                  period: P5Y
                  from: entry-into-force
                  of: notice
            """;

    private final AgreementFiles files = new AgreementFiles();

    @Test
    void readsTheSeedAgreement() {
        Agreement agreement = files.loadAll(null).get(0).agreement();

        assertThat(agreement.id()).isEqualTo("cis-heavy-engineering-2025");
        assertThat(agreement.depository()).isEqualTo("cis-executive-committee");
        assertThat(agreement.zone()).isEqualTo(ZoneId.of("Europe/Minsk"));
        assertThat(agreement.signedPlace()).isEqualTo("Dushanbe");
        assertThat(agreement.signedOn()).isEqualTo(LocalDate.of(2025, 6, 5));
        Map<Signature, String> signatures = agreement.states().stream()
                .collect(Collectors.groupingBy(
                        AgreementState::signature,
                        Collectors.mapping(state -> state.party().value(), Collectors.joining(" "))));
        assertThat(signatures)
                .containsOnly(
                        Map.entry(Signature.SIGNED, "AM BY KZ KG TJ UZ"),
                        Map.entry(Signature.DOUBTFUL, "AZ RU"),
                        Map.entry(Signature.NOT_SIGNED, "MD TM UA"));
        AgreementState kyrgyzstan = agreement.findState(new PartyCode("KG")).orElseThrow();
        assertThat(kyrgyzstan.name().ru()).isEqualTo("Кыргызская Республика");
        assertThat(kyrgyzstan.name().en()).isEqualTo("Kyrgyz Republic");
        assertThat(agreement.findState(new PartyCode("DE"))).isEmpty();
    }

    @Test
    void readsTheFinalClausesOfTheSeedAgreement() {
        var clauses = files.loadAll(null).get(0).agreement().clauses();

        assertThat(clauses.counting()).isEqualTo(Counting.always(CountingConvention.DAY_N_AFTER));
        assertThat(clauses.entryIntoForce().article()).isEqualTo("12");
        assertThat(clauses.entryIntoForce().firstWay().condition()).isEqualTo(Condition.of(3));
        assertThat(clauses.entryIntoForce().counts()).containsExactly(Act.COMPLETION_OF_PROCEDURES);
        assertThat(clauses.entryIntoForce().firstWay().period()).isEqualTo(LegalPeriod.ofDays(30));
        assertThat(clauses.entryIntoForce().later().period()).isEqualTo(LegalPeriod.ofDays(30));
        assertThat(Objects.requireNonNull(clauses.accession()).article()).isEqualTo("13");
        assertThat(Objects.requireNonNull(clauses.withdrawal()).article()).isEqualTo("14");
        assertThat(Objects.requireNonNull(clauses.withdrawal()).notice()).isEqualTo(LegalPeriod.ofMonths(6));
        assertThat(Objects.requireNonNull(clauses.authorizedBodies()).article()).isEqualTo("5");
        assertThat(Objects.requireNonNull(clauses.authorizedBodies()).changesWithinDays())
                .isEqualTo(30);
        assertThat(Objects.requireNonNull(clauses.amendment()).article()).isEqualTo("10");
        assertThat(clauses.findRefusalOf(Act.RATIFICATION)).isPresent();
        assertThat(clauses.findRefusalOf(Act.COMPLETION_OF_PROCEDURES)).isEmpty();
    }

    @Test
    void keepsTheBytesAndTheirDigest() throws Exception {
        byte[] content = seed().getBytes(StandardCharsets.UTF_8);

        LoadedAgreement loaded = files.load("seed.yaml", content);

        assertThat(loaded.content()).isEqualTo(content);
        assertThat(loaded.sha256())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void addsTheFilesOfAFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("another.yaml"), seed().replace("id: cis-heavy", "id: another-cis-heavy"));
        Files.writeString(folder.resolve("notes.txt"), "not an agreement");

        List<LoadedAgreement> all = files.loadAll(folder);

        assertThat(all)
                .extracting(loaded -> loaded.agreement().id())
                .containsExactly("cis-heavy-engineering-2025", "another-cis-heavy-engineering-2025");
    }

    @Test
    void refusesTwoFilesThatSayTheSameAgreement(@TempDir Path folder) throws IOException {
        Path again = Files.writeString(folder.resolve("again.yaml"), seed());

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.loadAll(folder))
                .withMessageContaining(SEED)
                .withMessageContaining(again.toString())
                .withMessageContaining("cis-heavy-engineering-2025");
    }

    @Test
    void refusesAFolderThatIsNotThere(@TempDir Path folder) {
        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.loadAll(folder.resolve("missing")))
                .withMessageContaining("missing");
    }

    @Test
    void namesSignatoriesThatTheListOfStatesDoesNot() {
        String open =
                seed().replaceFirst("(?s)states:.*?\\nclauses:", "openTo: all\nsignatories: [FR, GR]\n\nclauses:");

        Agreement agreement =
                files.load("mine.yaml", open.getBytes(StandardCharsets.UTF_8)).agreement();

        assertThat(agreement.states())
                .extracting(state -> state.party().value() + " " + state.signature())
                .containsExactly("FR SIGNED", "GR SIGNED");
    }

    /** What is changed in the seed's file, and what the error says beside the line where it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            needed: 3                    | needed: three                | /clauses/entryIntoForce/needed: expected: a whole number (1–300); found: three
            needed: 3                    | needed: 0                    | needed: ожидается: целое число (1–300); указано: 0
            period: P30D                 | period: 30 days              | period: expected: a period: P30D (30 days), P6M (6 months), P1Y (1 year), P0D (at once); found: 30 days
            - party: KG                  | - party: kg                  | /states/4/party: ожидается: код государства из двух заглавных латинских букв (ISO 3166-1 alpha-2), например KG; указано: kg
            - party: KG                  | - party: KZ                  | KZ is there twice
            zone: Europe/Minsk           | zone: Europe/Mensk           | an IANA time zone was expected
            on: "2025-06-05"             | on: "2025-06-31"             | /signed/on: expected: a day of the calendar in quotes, such as "2026-03-05"; found: 2025-06-31
            counting: day-n-after        | counting: business-days      | expected: one of: day-n-after, after-n-full-days; found: business-days
            notice: P6M                  | notcie: P6M                  | there is no field notcie here; known are: article, atEndOfTerm, notBefore, notice, window
            acts: [signature]            | acts: [signatures]           | completion-of-procedures
            changesWithinDays: 30        | changesWithinDays: 30.5      | a whole number (1–3660); found: 30.5
            counts: [completion-of-procedures] | counts: []             | в списке значений, не меньше: 1
            """)
    void namesFileAndLineAndWhatWasExpected(String from, String to, String expected) {
        String content = seed();
        int line = lineOf(content, from);

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load(
                        "mine.yaml",
                        content.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("mine.yaml, line " + line + ", column ")
                .withMessageContaining(expected);
    }

    /** What of the clauses of an otherwise good file is changed, and what the error says beside the line where it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            from: shippers        | from: sailors         | the name of one of the file's groups was expected, not sailors
            openTo: shippers      | openTo: sailors       | the name of one of the file's groups was expected, not sailors
            table: tonnage        | table: fleets         | the name of one of the file's weights was expected, not fleets
            NO: "30.5"            | NO: 30.5              | expected: per cent in quotes, such as "55" or "7.53"; found: 30.5
            atLeast: "50"         | atLeast: "50", moreThan: "40" | weight: expected: a share: table, and one of atLeast and moreThan
            from: "2007-01-01"    | from: "1995-01-01"    | /clauses/counting: conventions in the order of their first days were expected
            counts: [ratification | counts: [accession, ratification | a rule on accession was expected, because accessions count
            counts: [ratification | counts: [approval, ratification  | an act that expresses consent was expected, not approval
            acts: [ratification   | acts: [accession, ratification   | /clauses/consent/acts/0
            all: [DK, SE]         | all: all              | /clauses/entryIntoForce/all: states, a group or a list was expected
            all: [DK, SE]         | all: {allBut: [DK]}   | /clauses/entryIntoForce/all: states, a group or a list was expected
            from: shippers        | from: all             | /clauses/entryIntoForce/ofWhich: states, a group or a list was expected
            openTo: shippers      | openTo: {except: [DK]} | allBut
            ending: first-of-nth-month | ending: first-of-nth-week | first-of-nth-month
            length: P3M           | length: P3D           | a length in months, at least one, was expected
            laterClock: notice    | laterClock: telegram  | notice
            notBefore: "2001-01-01" | notBefore: "2001-13-01" | expected: a day of the calendar in quotes
            - needed: 2           | - needed: 4           | ofWhich: 4 are needed from shippers, but only 3 of it are states whose consent counts
            - needed: 2           | - needed: 4           | ofWhich: нужно 4 из группы shippers, а тех из нее, чье согласие учитывается, всего 3
            atLeast: "50"         | atLeast: "70.6"       | at least 70.6 % is needed, but the shares in tonnage of those whose consent counts amount to 70.5 %
            atLeast: "50"         | moreThan: "70.5"      | weight: нужно более 70.5 %, а доли таблицы tonnage
            all: [DK, SE]         | all: [DK, EU]         | all: the consent of EU is needed, but does not count
            of: notice            | of: letter            | /clauses/withdrawal/notBefore/of: expected: one of: notice, effect; found: letter
            """)
    void namesFileAndLineAndWhatWasExpectedOfAClause(String from, String to, String expected) {
        int line = lineOf(CLAUSES, from);

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load(
                        "mine.yaml",
                        CLAUSES.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("mine.yaml, line " + line + ", column ")
                .withMessageContaining(expected);
    }

    @Test
    void refusesToNeedMoreThanThereAre() {
        String content = CLAUSES.replace("from: {allBut: [EU]}", "from: [NO, GR, PA, DK]");

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("mine.yaml, line " + lineOf(content, "needed: 5"))
                .withMessageContaining("5 are needed, but there are only 4 states whose consent counts")
                .withMessageContaining("нужно 5, а государств, чье согласие учитывается, всего 4");
    }

    @Test
    void refusesToLeaveAtTheEndOfATermThatIsNotThere() {
        String content = CLAUSES.replace("    notice: P1Y", "    notice: P1Y\n    atEndOfTerm: true");
        String endless = content + "  term: {article: \"4\", length: P5Y, renewal: P0D}\n";

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line " + lineOf(content, "atEndOfTerm"))
                .withMessageContaining("a term was expected")
                .withMessageContaining("ожидается срок действия");
        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", endless.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("/clauses/term/renewal: a period of more than nothing was expected");
    }

    @Test
    void readsTheClausesThatAreChangedToBeRefused() {
        var clauses = files.load("mine.yaml", CLAUSES.getBytes(StandardCharsets.UTF_8))
                .agreement()
                .clauses();

        assertThat(clauses.entryIntoForce().ways()).hasSize(3);
        assertThat(clauses.entryIntoForce().from().includes(new PartyCode("EU")))
                .isFalse();
        assertThat(clauses.entryIntoForce().from().includes(new PartyCode("DK")))
                .isTrue();
        assertThat(clauses.counting().on(LocalDate.of(2006, 12, 31))).isEqualTo(CountingConvention.AFTER_N_FULL_DAYS);
        assertThat(clauses.counting().on(LocalDate.of(2007, 1, 1))).isEqualTo(CountingConvention.DAY_N_AFTER);
    }

    @Test
    void namesTheStateWhoseDoubtHasNoWords() {
        String content = seed().replaceFirst("signature: signed", "signature: doubtful");

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("/states/1")
                .withMessageContaining("doubt");
    }

    @Test
    void tellsAllThatIsWrongInTheOrderOfLines() {
        String content = seed().replace("needed: 3", "needed: 0").replace("- party: KG", "- party: kg");

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> {
                    List<String> said = e.getMessage().lines().toList();
                    assertThat(said).hasSize(4);
                    assertThat(said.get(0)).contains("строка " + lineOf(content, "- party: kg"));
                    assertThat(said.get(1)).contains("line " + lineOf(content, "- party: kg"));
                    assertThat(said.get(2)).contains("строка " + lineOf(content, "needed: 0"));
                    assertThat(said.get(3)).contains("line " + lineOf(content, "needed: 0"));
                    assertThat(e.misreadings())
                            .extracting(Misreading::line)
                            .containsExactly(lineOf(content, "- party: kg"), lineOf(content, "needed: 0"));
                });
    }

    @Test
    void refusesARepeatedName() {
        String content = seed().replace("    needed: 3", "    needed: 3\n    needed: 2");

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("mine.yaml, line " + lineOf(content, "needed: 2"))
                .withMessageContaining("the same name is there twice")
                .withMessageContaining("это имя в одном и том же месте указано дважды");
    }

    /** What is no YAML, with / for the end of a line and > for a tab, and what the mistake is called. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a: 1/b: [1, 2/          | a list in square brackets is not closed       | список в квадратных скобках не закрыт
            a: {b: 1/               | what is in braces is not closed               | запись в фигурных скобках не закрыта
            a:/>b: 1/               | the line is indented by a tab                 | отступ сделан табуляцией
            a: b: 1/                | a colon where none was expected               | двоеточие в неожиданном месте
            a:/  b: 1/ c: 2/        | the line is not indented as its neighbours    | отступ строки не совпадает с соседними
            a: 1/b/c: 2/            | the colon is missing                          | двоеточие не найдено
            a: "1/                  | a quote is opened and not closed              | кавычка открыта, но не закрыта
            a: @b/                  | a value cannot begin with such a character    | значение не может начинаться с такого знака
            a: 1/a: 2/              | the same name is there twice                  | указано дважды
            a: &b !<tag/            | the line is not as YAML has it                | строка написана не по правилам YAML
            """)
    void refusesWhatIsNoYaml(String text, String en, String ru) {
        byte[] content = text.replace('/', '\n').replace('>', '\t').getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content))
                .withMessageContaining("mine.yaml, line ")
                .withMessageContaining("YAML was expected: ")
                .withMessageContaining(en)
                .withMessageContaining(ru);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", seed().getBytes(StandardCharsets.UTF_16)))
                .withMessageContaining("UTF-8 was expected");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", new byte[0]))
                .withMessageContaining("mine.yaml, line 1");
    }

    @Test
    void refusesAnAlias() {
        String content = seed().replace("place: Dushanbe", "place: &place Dushanbe")
                .replace("depository: cis", "depository: *place # cis");

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("mine.yaml, line " + lineOf(content, "*place"))
                .withMessageContaining("alias");
    }

    @Test
    void refusesASecondDocument() {
        String content = seed() + "---\nid: another\n";

        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", content.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("one document was expected");
    }

    private static int lineOf(String content, String text) {
        List<String> lines = Arrays.asList(content.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError("The seed's file has no line with " + text);
    }

    private static String seed() {
        try (InputStream in = AgreementFilesTest.class.getClassLoader().getResourceAsStream(SEED)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
