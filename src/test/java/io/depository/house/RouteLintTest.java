package io.depository.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lints the project's routes, and proves on bad samples that the lint sees what it should. */
class RouteLintTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\d\\d-[a-z-]+)` \\|");

    @Test
    void theProjectsRoutesReadAsAParagraph() {
        assertThat(RouteLint.defectsOf(RouteFile.listIn(RouteFile.ROUTES))).isEmpty();
    }

    @Test
    void theReadmeHasARowForEveryRouteFileAndNoOther() throws IOException {
        Set<String> files = RouteFile.listIn(RouteFile.ROUTES).stream()
                .map(file -> file.name().replace(".camel.yaml", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("README.md")));
        while (row.find()) {
            rows.add(row.group(1));
        }
        assertThat(rows).isEqualTo(files);
    }

    @Test
    void acceptsAGoodRoute() {
        assertThat(defectsOf("10-sample.camel.yaml", good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: weigh-sample             |                                | route: has no id
            id: take-sample              | id: from-1377                  | from: id from-1377 is not like store-arrival
            id: send-heavy               | id: keep-light                 | id keep-light is used twice
            description: Tells light     | note: Tells light              | route weigh-sample: has no description
            description: A sample comes  | note: A sample comes           | from: has no description
            description: Light ones      | note: Light ones               | to keep-light: has no description
            method: breakSample          |                                | bean break-sample: names no method
            uri: mock:heavy              | uri: sql:delete from work      | is code in an address
            uri: mock:light              | url: mock:light                | not canonical
            simple:                      | groovy:                        | groovy is a script
            == 'light'                   | == ${header.a}                 | too much simple language
            == 'light'                   | == 1 + 1                       | arithmetic in a route
            - routeConfiguration:        | - rest:                        | only routes and their error policies
            id: note-failures            |                                | onException: has no id
            """)
    void namesTheDefect(String part, String replacement, String defect) {
        String bad = good().replace(part, replacement == null ? "" : replacement);
        assertThat(bad).isNotEqualTo(good());
        assertThat(String.join("\n", defectsOf("10-sample.camel.yaml", bad))).contains(defect);
    }

    @Test
    void refusesANameWithoutItsPlaceInTheFlow() {
        assertThat(defectsOf("sample.camel.yaml", good()))
                .containsExactly("sample.camel.yaml: the name is not like 10-intake-jms.camel.yaml");
    }

    @Test
    void refusesARouteThatIsLongerThanAParagraph() {
        StringBuilder steps = new StringBuilder();
        for (char letter = 'a'; letter <= 'm'; letter++) {
            steps.append("        - log: {id: log-%s, message: hello}\n".formatted(letter));
        }
        assertThat(defectsOf("10-sample.camel.yaml", route(steps.toString())))
                .containsExactly("10-sample.camel.yaml: route read-sample: 13 steps are more than 12");
    }

    @Test
    void refusesHeadersOfCamelsAndTooManyOfOurs() {
        StringBuilder steps = new StringBuilder();
        for (char letter = 'a'; letter <= 'f'; letter++) {
            steps.append("        - setHeader: {id: set-%s, name: CamelX, expression: {constant: {expression: x}}}\n"
                    .formatted(letter));
        }
        assertThat(defectsOf("10-sample.camel.yaml", route(steps.toString())))
                .contains("10-sample.camel.yaml: route read-sample: 6 headers are more than 5")
                .contains(
                        "10-sample.camel.yaml: route read-sample: setHeader set-a: header CamelX has Camel's own prefix");
    }

    private static List<String> defectsOf(String name, String yaml) {
        return RouteLint.defectsOf(List.of(RouteFile.of(name, yaml)));
    }

    private static String route(String steps) {
        return """
                - route:
                    id: read-sample
                    description: Reads a sample.
                    from:
                      id: take-sample
                      description: A sample comes in.
                      uri: direct:sample
                      steps:
                """ + steps;
    }

    private static String good() {
        try (var stream = RouteLintTest.class.getClassLoader().getResourceAsStream("house/routes/sample.camel.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
