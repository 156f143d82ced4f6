package io.depository.agreements;

import com.networknt.schema.Error;
import io.depository.treaty.Bilingual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema finds wrong, in words for a lawyer: which place of the file, what was expected there and what is there
 * instead. The schema itself says what is expected, beside the rules that a machine checks, under {@code x-expected}.
 */
final class SchemaWords {

    private static final int AT_MOST = 60;

    /** What of a rule's place in the schema says that it is one of several. */
    private static final Pattern ALTERNATIVES = Pattern.compile("/(anyOf|oneOf|not)(/|$)");

    /** A mistake, and the node where it is; the node is null where nobody knows. */
    record Said(@Nullable JsonNode at, Bilingual what) {}

    private final JsonNode schema;

    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    /** One mistake for each place and kind; alternatives of which none fits are one. */
    List<Said> of(List<Error> errors) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (Error error : errors) {
            String rule = pointerOf(error);
            int alternatives = firstAlternative(rule);
            String schemaAt = alternatives < 0 ? rule : rule.substring(0, alternatives);
            String key = error.getInstanceLocation() + " " + (alternatives < 0 ? rule + error.getProperty() : schemaAt);
            said.putIfAbsent(key, said(error, schemaAt, alternatives >= 0));
        }
        return new ArrayList<>(said.values());
    }

    private Said said(Error error, String pointer, boolean alternatives) {
        JsonNode node = error.getInstanceNode();
        String property = error.getProperty();
        JsonNode child = property == null || node == null ? null : node.get(property);
        String place = error.getInstanceLocation().toString();
        int last = pointer.lastIndexOf('/');
        JsonNode holder = schema.at(alternatives ? pointer : pointer.substring(0, Math.max(0, last)));
        String keyword = alternatives ? "alternatives" : pointer.substring(last + 1);
        Bilingual what = what(keyword, holder, node, property);
        String ru = place.isEmpty() ? "файл" : place;
        String en = place.isEmpty() ? "the file" : place;
        return new Said(child == null ? node : child, new Bilingual(ru + ": " + what.ru(), en + ": " + what.en()));
    }

    private static Bilingual what(String keyword, JsonNode holder, @Nullable JsonNode node, @Nullable String property) {
        return switch (keyword) {
            case "required" -> new Bilingual("не хватает поля " + property, "the field " + property + " is missing");
            case "additionalProperties" -> unknown(holder, String.valueOf(property));
            case "propertyNames" -> instead(expected(holder.get("propertyNames"), holder), property);
            case "minItems" ->
                new Bilingual(
                        "в списке значений, не меньше: "
                                + holder.get("minItems").asString(),
                        "values in the list, at least: "
                                + holder.get("minItems").asString());
            case "uniqueItems" ->
                new Bilingual("в списке одно значение указано дважды", "a value is in the list twice");
            default -> instead(expected(holder, holder), shown(node));
        };
    }

    /** What is expected: as the schema says it, or as its rule has it. */
    private static Bilingual expected(@Nullable JsonNode holder, JsonNode otherwise) {
        JsonNode node = holder == null ? otherwise : holder;
        JsonNode words = node.get("x-expected");
        if (words != null) {
            return new Bilingual(words.get("ru").asString(), words.get("en").asString());
        }
        if (node.has("enum")) {
            String values = joined(node.get("enum"));
            return new Bilingual("одно из: " + values, "one of: " + values);
        }
        if (node.has("const")) {
            return new Bilingual(
                    "\"" + node.get("const").asString() + "\"",
                    "\"" + node.get("const").asString() + "\"");
        }
        if (node.path("format").asString("").equals("date")) {
            return new Bilingual(
                    "день календаря в кавычках, например \"2026-03-05\"",
                    "a day of the calendar, in quotes, such as \"2026-03-05\"");
        }
        return ofType(node);
    }

    private static Bilingual ofType(JsonNode node) {
        return switch (node.path("type").asString("")) {
            case "integer" -> {
                String range = node.has("minimum")
                        ? node.get("minimum").asString() + "–"
                                + node.path("maximum").asString("…")
                        : "…";
                yield new Bilingual("целое число (" + range + ")", "a whole number (" + range + ")");
            }
            case "boolean" -> new Bilingual("true или false", "true or false");
            case "array" -> new Bilingual("список: [a, b]", "a list: [a, b]");
            case "object" -> {
                String fields = joined(node.path("properties").propertyNames());
                yield new Bilingual(
                        "запись с полями" + (fields.isEmpty() ? "" : ": " + fields),
                        "a record of fields" + (fields.isEmpty() ? "" : ": " + fields));
            }
            default -> new Bilingual("текст", "text");
        };
    }

    private static Bilingual unknown(JsonNode holder, String property) {
        String known = String.join(", ", new TreeSet<>(holder.path("properties").propertyNames()));
        return new Bilingual(
                "поля " + property + " здесь нет; известны: " + known,
                "there is no field " + property + " here; known are: " + known);
    }

    private static Bilingual instead(Bilingual expected, @Nullable String found) {
        return found == null
                ? new Bilingual("ожидается: " + expected.ru(), "expected: " + expected.en())
                : new Bilingual(
                        "ожидается: " + expected.ru() + "; указано: " + found,
                        "expected: " + expected.en() + "; found: " + found);
    }

    /** A short value as the file has it; null for one that is long or holds others. */
    private static @Nullable String shown(@Nullable JsonNode node) {
        if (node == null || node.isContainer()) {
            return null;
        }
        String text = node.isNull() ? "" : node.asString();
        return text.length() > AT_MOST ? null : text.isEmpty() ? "\"\"" : text;
    }

    /** The JSON Pointer of the rule in the schema. */
    private static String pointerOf(Error error) {
        String location = String.valueOf(error.getSchemaLocation());
        return location.substring(location.indexOf('#') + 1);
    }

    /** Where alternatives begin in a pointer; -1 where it names none. */
    private static int firstAlternative(String pointer) {
        Matcher found = ALTERNATIVES.matcher(pointer);
        return found.find() ? found.start() : -1;
    }

    private static String joined(JsonNode values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(value.asString()));
        return String.join(", ", names);
    }

    private static String joined(java.util.Collection<String> names) {
        return String.join(", ", names);
    }
}
