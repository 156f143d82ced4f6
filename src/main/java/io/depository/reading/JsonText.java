package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.notification.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text that {@link JsonScan} has found to be JSON, as a tree. Numbers stay as they are written, since no field of the
 * format is a number and {@code 1e999999999} must not become one.
 *
 * @param root the value
 * @param duplicates repeated members, of which the tree keeps the first
 */
record JsonText(JsonNode root, List<Finding> duplicates) {

    private static final int MOST_DUPLICATES = 20;
    private static final int HEADING_CHARACTERS = 200;
    private static final Set<String> OF_HEADING = Set.of("party", "agreement", "act", "reference");

    /** Looser than the contract's limits, which {@link JsonScan} has applied: here they only bound the work. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.JSON_DEPTH)
                    .maxNumberLength(100 * Limits.JSON_NUMBER_CHARACTERS)
                    .maxNameLength(100 * Limits.JSON_NAME_CHARACTERS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Reads a text that has no defect by {@link JsonScan#findDefect}. */
    static JsonText of(byte[] text) {
        List<Finding> duplicates = new ArrayList<>();
        try (JsonParser parser = parser(text)) {
            parser.nextToken();
            return new JsonText(value(parser, "", duplicates), List.copyOf(duplicates));
        }
    }

    /** Who speaks of what, from a text that may break off, repeat itself or be no JSON at all. */
    static Heading heading(byte[] text) {
        Map<String, String> found = new HashMap<>();
        Set<String> twice = new HashSet<>();
        try (JsonParser parser = parser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                gather(parser, found, twice);
            }
        } catch (JacksonException endOfWhatIsReadable) {
            // Recorded already: the scan has found what is wrong with the text, and where.
            found.keySet().removeAll(twice);
            return heading(found);
        }
        found.keySet().removeAll(twice);
        return heading(found);
    }

    static Heading heading(Map<String, String> members) {
        return new Heading(
                members.get("party"), members.get("agreement"), members.get("act"), members.get("reference"));
    }

    private static void gather(JsonParser parser, Map<String, String> found, Set<String> twice) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!OF_HEADING.contains(name) || value != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                continue;
            }
            String text = Characters.clean(parser.getString(), HEADING_CHARACTERS);
            if (!text.isEmpty() && found.putIfAbsent(name, text) != null) {
                twice.add(name);
            }
        }
    }

    private static JsonParser parser(byte[] text) {
        int start = JsonCursor.start(text);
        return FACTORY.createParser(ObjectReadContext.empty(), text, start, text.length - start);
    }

    private static JsonNode value(JsonParser parser, String at, List<Finding> duplicates) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, at, duplicates);
            case START_ARRAY -> array(parser, at, duplicates);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new WrittenNumber(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("The scan let pass what is no JSON: " + token + " at " + at);
        };
    }

    private static ObjectNode object(JsonParser parser, String at, List<Finding> duplicates) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String pointer = Pointer.member(at, name);
            parser.nextToken();
            JsonNode value = value(parser, pointer, duplicates);
            if (!object.has(name)) {
                object.set(name, value);
            } else if (duplicates.size() < MOST_DUPLICATES) {
                duplicates.add(Findings.duplicateKey(pointer, name));
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String at, List<Finding> duplicates) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, Pointer.element(at, array.size()), duplicates));
        }
        return array;
    }

    /** The text of the string at that member, or null where there is no string. */
    static @Nullable String string(JsonNode parent, String name) {
        JsonNode child = parent.get(name);
        return child != null && child.isString() ? child.stringValue() : null;
    }
}
