package io.depository.house;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a route file must be: canonical YAML that a person can read as a paragraph and a drawing tool can draw. All
 * defects are told, not only the first.
 */
final class RouteLint {

    static final int MOST_STEPS = 12;
    static final int MOST_HEADERS = 5;
    private static final int LONGEST_SIMPLE = 80;

    private static final Pattern FILE_NAME = Pattern.compile("\\d\\d-[a-z]+(-[a-z]+)*\\.camel\\.yaml");
    private static final Pattern OWN_ID = Pattern.compile("[a-z]+(-[a-z]+)+");
    private static final Set<String> BLOCKS = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final Set<String> ENDPOINT_STEPS =
            Set.of("to", "toD", "wireTap", "enrich", "pollEnrich", "poll", "recipientList");
    private static final Set<String> SCRIPTS = Set.of(
            "script",
            "groovy",
            "java",
            "joor",
            "js",
            "python",
            "mvel",
            "ognl",
            "spel",
            "jq",
            "jsonpath",
            "xpath",
            "xquery",
            "csimple",
            "wasm",
            "jactl",
            "datasonnet",
            "hl7terser");
    private static final Pattern CODE_ENDPOINT =
            Pattern.compile("(sql|jdbc|jpa|exec|language|groovy|xslt|velocity|bean|class):.*");
    private static final Pattern ARITHMETIC = Pattern.compile("[+*/]|\\+\\+|--|\\bmath\\b|\\brandom\\b");

    private static final Schema CANONICAL = canonical();

    private RouteLint() {}

    /** What is wrong with the files, each defect as {@code file: where: what}. */
    static List<String> defectsOf(List<RouteFile> files) {
        List<String> defects = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RouteFile file : files) {
            new Inspection(file, ids, defect -> defects.add(file.name() + ": " + defect)).inspect();
        }
        return defects;
    }

    /** One file under inspection; ids are unique over all files, since they meet in one context. */
    private record Inspection(RouteFile file, Set<String> ids, Consumer<String> defects) {

        void inspect() {
            require(FILE_NAME.matcher(file.name()).matches(), "the name is not like 10-intake-jms.camel.yaml");
            CANONICAL
                    .validate(file.tree().toString(), InputFormat.JSON)
                    .forEach(error ->
                            defects.accept("not canonical: " + error.getInstanceLocation() + " " + error.getMessage()));
            for (RouteFile.Block block : file.blocks()) {
                inspect(block);
            }
        }

        private void inspect(RouteFile.Block block) {
            String where = block.kind() + " " + block.id();
            require(BLOCKS.contains(block.kind()), where + ": only routes and their error policies belong in here");
            requireDescription(where, block.body());
            if (block.kind().equals("routeConfiguration")) {
                block.body().path("onException").forEach(item -> requireOwnId("onException", item.path("onException")));
            } else {
                requireOwnId(block.kind(), block.body());
                JsonNode from = block.body().path("from").isMissingNode()
                        ? block.body().path("route").path("from")
                        : block.body().path("from");
                requireOwnId(where + ": from", from);
                requireDescription(where + ": from", from);
                inspectLength(where, block.steps());
            }
            block.steps().forEach(step -> inspect(where, step));
            RouteFile.walk(block.body(), (field, value) -> inspectField(where, field, value));
        }

        private void inspectLength(String where, List<RouteFile.Step> steps) {
            require(steps.size() <= MOST_STEPS, where + ": " + steps.size() + " steps are more than " + MOST_STEPS);
            require(count(steps, "choice") <= 1, where + ": more than one choice");
            long headers = count(steps, "setHeader")
                    + steps.stream()
                            .filter(step -> step.kind().equals("setHeaders"))
                            .mapToLong(step -> step.body().path("headers").size())
                            .sum();
            require(headers <= MOST_HEADERS, where + ": " + headers + " headers are more than " + MOST_HEADERS);
        }

        private void inspect(String where, RouteFile.Step step) {
            String at = where + ": " + step.kind() + " " + step.id();
            requireOwnId(where + ": " + step.kind(), step.body());
            if (ENDPOINT_STEPS.contains(step.kind())) {
                requireDescription(at, step.body());
            }
            if (step.kind().equals("bean")) {
                require(!step.body().path("method").asString("").isBlank(), at + ": names no method");
                require(!step.body().path("ref").asString("").isBlank(), at + ": names no bean by ref");
            }
            if (step.kind().equals("setHeader")) {
                inspectHeaderName(at, step.body());
            }
            if (step.kind().equals("setHeaders")) {
                step.body().path("headers").forEach(header -> inspectHeaderName(at, header));
            }
        }

        private void inspectHeaderName(String at, JsonNode header) {
            String name = header.path("name").asString("");
            require(!name.startsWith("Camel"), at + ": header " + name + " has Camel's own prefix");
        }

        private void inspectField(String where, String field, JsonNode value) {
            require(!SCRIPTS.contains(field), where + ": " + field + " is a script");
            if (field.equals("simple")) {
                inspectSimple(
                        where,
                        value.isString()
                                ? value.asString()
                                : value.path("expression").asString(""));
            }
            if (field.equals("uri")) {
                String uri = value.asString("");
                require(!CODE_ENDPOINT.matcher(uri).matches(), where + ": " + uri + " is code in an address");
            }
            if (field.equals("method") && value.isObject()) {
                require(!value.path("method").asString("").isBlank(), where + ": method expression names no method");
            }
        }

        private void inspectSimple(String where, String text) {
            long functions = text.chars().filter(c -> c == '{').count();
            require(
                    text.length() <= LONGEST_SIMPLE && functions <= 1 && !text.contains("&&") && !text.contains("||"),
                    where + ": too much simple language, let a bean say it: " + text);
            require(!ARITHMETIC.matcher(text).find(), where + ": arithmetic in a route: " + text);
        }

        private void requireOwnId(String where, JsonNode body) {
            String id = body.path("id").asString("");
            require(!id.isEmpty(), where + ": has no id");
            require(id.isEmpty() || OWN_ID.matcher(id).matches(), where + ": id " + id + " is not like store-arrival");
            require(id.isEmpty() || ids.add(id), where + ": id " + id + " is used twice");
        }

        private void requireDescription(String where, JsonNode body) {
            require(!body.path("description").asString("").isBlank(), where + ": has no description");
        }

        private void require(boolean fulfilled, String defect) {
            if (!fulfilled) {
                defects.accept(defect);
            }
        }

        private static long count(List<RouteFile.Step> steps, String kind) {
            return steps.stream().filter(step -> step.kind().equals(kind)).count();
        }
    }

    private static Schema canonical() {
        try (InputStream schema =
                RouteLint.class.getClassLoader().getResourceAsStream("schema/camelYamlDsl-canonical.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's schema of canonical routes cannot be read", e);
        }
    }
}
