package io.depository.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The project's {@code docker-compose.yml}, as it stands when nothing but what is required has been set. */
record ComposeFile(String text, JsonNode tree) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    static ComposeFile read() {
        try {
            String text = Files.readString(Path.of("docker-compose.yml"));
            return new ComposeFile(text, new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no docker-compose.yml at the top", e);
        }
    }

    /** What a deployment can set in {@code .env}. */
    Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        return variables;
    }

    /** The text with its variables at their defaults; a required one becomes {@code example.org}. */
    static String interpolate(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        match -> "-".equals(match.group(2)) ? Matcher.quoteReplacement(match.group(3)) : "example.org");
    }

    JsonNode service(String name) {
        return tree.path("services").path(name);
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> environment.put(
                        each.getKey(), interpolate(each.getValue().asString())));
        return environment;
    }

    /** The names under which the service finds its secrets: file names in {@code /run/secrets}, or whole paths. */
    List<String> secretFiles(String service) {
        List<String> files = new ArrayList<>();
        service(service)
                .path("secrets")
                .forEach(each -> files.add(
                        each.isString() ? each.asString() : each.path("target").asString()));
        return files;
    }

    /** The names of the secrets that any service uses. */
    Set<String> usedSecrets() {
        Set<String> used = new TreeSet<>();
        tree.path("services")
                .forEach(service -> service.path("secrets")
                        .forEach(each -> used.add(
                                each.isString()
                                        ? each.asString()
                                        : each.path("source").asString())));
        return used;
    }

    /** The left-hand sides of all mounts: named volumes and paths. */
    Set<String> mounted() {
        Set<String> mounted = new TreeSet<>();
        tree.path("services")
                .forEach(service -> service.path("volumes")
                        .forEach(
                                each -> mounted.add(interpolate(each.asString()).split(":")[0])));
        return mounted;
    }
}
