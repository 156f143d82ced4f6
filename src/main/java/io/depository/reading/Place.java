package io.depository.reading;

import io.depository.treaty.Bilingual;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a notification as the published schema describes it: what belongs there, in words, and what lies below.
 *
 * @param expected the words; null where the schema has none
 * @param characters which characters a string may have there; null where it does not matter
 * @param members the members known there
 * @param element what an array holds there; null where there is no array
 */
record Place(
        @Nullable Bilingual expected,
        @Nullable Characters characters,
        Map<String, Place> members,
        @Nullable Place element) {

    /** The place that the schema describes, references followed. */
    static Place of(JsonNode schema, JsonNode definitions) {
        Map<String, Place> members = new LinkedHashMap<>();
        Place referred = null;
        if (schema.has("$ref")) {
            String name = schema.get("$ref").stringValue().substring("#/$defs/".length());
            referred = of(Objects.requireNonNull(definitions.get(name), name), definitions);
            members.putAll(referred.members);
        }
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(member -> members.put(member.getKey(), of(member.getValue(), definitions)));
        }
        Characters characters = schema.has("x-characters")
                ? Characters.valueOf(schema.get("x-characters").stringValue().toUpperCase(Locale.ROOT))
                : referred == null ? null : referred.characters;
        Place element = schema.has("items") ? of(schema.get("items"), definitions) : null;
        return new Place(expected(schema), characters, members, element);
    }

    /** The place below, by a member's name or an element's index; null where nothing is known there. */
    @Nullable
    Place below(String segment) {
        return element != null ? element : members.get(segment);
    }

    /** What belongs there, in words. */
    Bilingual words() {
        return expected == null ? new Bilingual("другое значение", "another value") : expected;
    }

    private static @Nullable Bilingual expected(JsonNode schema) {
        JsonNode words = schema.get("x-expected");
        return words == null
                ? null
                : new Bilingual(words.get("ru").stringValue(), words.get("en").stringValue());
    }
}
