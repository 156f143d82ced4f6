package io.depository.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.depository.treaty.Counting;
import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalClock;
import io.depository.treaty.LegalPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds docs/agreements.md to what the application reads: its examples, their dates, its fields and its errors. */
class AgreementsGuideTest {

    private static final Path GUIDE = Path.of("docs/agreements.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DATED = Pattern.compile(
            "# (last needed|own deposit|accession|notice) (\\d{4}-\\d\\d-\\d\\d): (?:in force|out) (\\d{4}-\\d\\d-\\d\\d)");

    /** What a fragment leaves out. */
    private static final String SKELETON = """
            version: "1"
            id: example
            title: {ru: Соглашение, en: Agreement}
            signed: {place: Minsk, on: "1900-01-01"}
            depository: example
            zone: Europe/Minsk
            """;

    private final AgreementFiles files = new AgreementFiles();

    static List<String> examples() {
        return EXAMPLE.matcher(guide()).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsExamplesThatAreReadAndGiveTheirDates(String example) {
        FinalClauses clauses = load(example);

        for (MatchResult dated : DATED.matcher(example).results().toList()) {
            LocalDate received = LocalDate.parse(dated.group(2));
            assertThat(dayIn(clauses, dated.group(1), received))
                    .as(dated.group())
                    .isEqualTo(LocalDate.parse(dated.group(3)));
        }
    }

    @Test
    void showsAnExampleOfEachKindWithDates() {
        assertThat(examples()).hasSizeGreaterThan(15);
        assertThat(examples().stream()
                        .mapToLong(one -> DATED.matcher(one).results().count())
                        .sum())
                .isGreaterThanOrEqualTo(25);
    }

    @Test
    void namesEveryFieldAndValueOfTheSchema() throws IOException {
        JsonNode schema = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("src/main/resources/schemas/agreement-1.json")));
        TreeSet<String> names = new TreeSet<>();
        collect(schema, names);
        String guide = guide();

        assertThat(names)
                .contains("laterClock", "first-of-nth-month")
                .allSatisfy(name ->
                        assertThat(guide).containsPattern("(?<![A-Za-z-])" + Pattern.quote(name) + "(?![A-Za-z-])"));
    }

    @Test
    void showsErrorsAsTheyAre() {
        String whole = examples().get(0);

        assertThat(guide())
                .contains(errorOf(
                        whole.replace("needed: 50", "needed: fifty").replace("period: P90D  ", "period: 90 days  ")))
                .contains(errorOf(whole.replace(
                        "counts: [ratification, acceptance, approval]",
                        "counts: [ratification, completion-of-procedures]")));
    }

    private String errorOf(String file) {
        List<String> said = new ArrayList<>();
        assertThatExceptionOfType(UnreadableAgreement.class)
                .isThrownBy(() -> files.load("mine.yaml", file.getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> said.add(e.getMessage()));
        return said.get(0);
    }

    private FinalClauses load(String example) {
        String file = example.startsWith("version:") ? example : SKELETON + example;
        return files.load("example.yaml", file.getBytes(StandardCharsets.UTF_8))
                .agreement()
                .clauses();
    }

    private static LocalDate dayIn(FinalClauses clauses, String what, LocalDate received) {
        return switch (what) {
            case "last needed" -> {
                EntryIntoForceRule.Way way = clauses.entryIntoForce().firstWay();
                LocalDate onDay = way.onDay();
                LocalDate day = end(way.period(), way.clock(), received, clauses.counting());
                LocalDate floor = way.notBefore();
                if (onDay != null && !received.isAfter(onDay)) {
                    yield onDay;
                }
                yield floor != null && day.isBefore(floor) ? floor : day;
            }
            case "own deposit" -> end(clauses.entryIntoForce().later(), received, clauses.counting());
            case "accession" -> end(Objects.requireNonNull(clauses.accession()).later(), received, clauses.counting());
            default -> Objects.requireNonNull(clauses.withdrawal()).notice().endsOn(received, clauses.counting());
        };
    }

    private static LocalDate end(EntryIntoForceRule.Later later, LocalDate received, Counting counting) {
        return end(later.period(), later.clock(), received, counting);
    }

    private static LocalDate end(LegalPeriod period, LegalClock clock, LocalDate received, Counting counting) {
        LegalPeriod objections = clock.objections();
        return period.endsOn(objections == null ? received : objections.endsOn(received, counting), counting);
    }

    /** The names of properties, and the values of enumerations. */
    private static void collect(JsonNode node, TreeSet<String> names) {
        JsonNode properties = node.get("properties");
        if (properties != null && properties.isObject() && !node.has("const")) {
            properties.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        }
        JsonNode values = node.get("enum");
        if (values != null && values.isArray() && !node.has("not")) {
            values.forEach(value -> names.add(value.asString()));
        }
        node.forEach(child -> collect(child, names));
    }

    private static String guide() {
        try {
            return Files.readString(GUIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
