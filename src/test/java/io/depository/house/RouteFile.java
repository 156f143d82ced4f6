package io.depository.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A route file as a tree, with its routes and steps to walk over. */
record RouteFile(String name, JsonNode tree) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** The project's own routes. */
    static final Path ROUTES = Path.of("routes");

    /**
     * One step of a route.
     *
     * @param kind what it does, e.g. {@code bean}
     * @param body its settings
     */
    record Step(String kind, JsonNode body) {
        String id() {
            return body.path("id").asString("");
        }
    }

    /**
     * A top-level block.
     *
     * @param kind {@code route}, {@code routeConfiguration}…
     * @param body its settings
     */
    record Block(String kind, JsonNode body) {
        String id() {
            return body.path("id").asString("");
        }

        List<Step> steps() {
            return stepsIn(body);
        }
    }

    static RouteFile of(String name, String yaml) {
        return new RouteFile(name, YAML.readTree(yaml));
    }

    /** All route files of the folder, by name. */
    static List<RouteFile> listIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<RouteFile> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                all.add(of(file.getFileName().toString(), Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the routes in " + folder, e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode item : tree) {
            for (Map.Entry<String, JsonNode> block : item.properties()) {
                blocks.add(new Block(block.getKey(), block.getValue()));
            }
        }
        return blocks;
    }

    /**
     * The ids of all steps, those of error policies too. A {@code doTry} is none of them: Camel runs what is in it, not the
     * thing itself.
     */
    List<String> stepIds() {
        return stepsIn(tree).stream()
                .filter(step -> !step.kind().equals("doTry"))
                .map(Step::id)
                .toList();
    }

    private static List<Step> stepsIn(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        walk(node, (field, value) -> {
            if (field.equals("steps")) {
                for (JsonNode item : value) {
                    item.properties().forEach(step -> steps.add(new Step(step.getKey(), step.getValue())));
                }
            }
        });
        return steps;
    }

    /** Shows every field at every depth, outer ones first. */
    static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            visitor.accept(field.getKey(), field.getValue());
            walk(field.getValue(), visitor);
        }
        if (node.isArray()) {
            node.forEach(item -> walk(item, visitor));
        }
    }
}
