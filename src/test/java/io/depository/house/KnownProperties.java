package io.depository.house;

import io.depository.configuration.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The properties that the application can be given: its own {@link Settings}, and those its libraries declare. */
final class KnownProperties {

    private static final String DECLARATIONS = "META-INF/spring-configuration-metadata.json";

    private final Set<String> names = new HashSet<>();
    private final Set<String> maps = new HashSet<>();

    KnownProperties() {
        names.addAll(settings("depository", Settings.class));
        names.add("depository.routes");
        try {
            for (URL url : Collections.list(getClass().getClassLoader().getResources(DECLARATIONS))) {
                try (InputStream stream = url.openStream()) {
                    new JsonMapper().readTree(stream).path("properties").forEach(this::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The libraries' declarations of properties cannot be read", e);
        }
    }

    private void add(JsonNode property) {
        String name = property.path("name").asString();
        names.add(name);
        if (property.path("type").asString("").startsWith("java.util.Map")) {
            maps.add(name + ".");
        }
    }

    /** Whether there is such a property, or a map that it is a key of. */
    boolean has(String property) {
        return names.contains(property) || maps.stream().anyMatch(property::startsWith);
    }

    /** Whether an environment variable of that name sets a property: dots are underscores, dashes are left out. */
    boolean hasVariable(String variable) {
        return names.stream().anyMatch(name -> variableOf(name).equals(variable))
                || maps.stream().anyMatch(map -> variable.startsWith(variableOf(map)));
    }

    private static String variableOf(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The settings' properties: {@code logKey} is {@code log-key}. */
    static Set<String> settings(String prefix, Class<?> type) {
        Set<String> properties = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                properties.addAll(settings(name, component.getType()));
            } else {
                properties.add(name);
            }
        }
        return properties;
    }
}
