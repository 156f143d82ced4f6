package io.depository.reading;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published schema of a notification, {@code /schemas/notification-1.json}, compiled once. What an act needs is in
 * the schema for those who check before they send; here the rules say it in better words, so those errors are left out.
 */
final class NotificationSchema {

    private static final String RESOURCE = "/schemas/notification-1.json";
    private static final int MOST_UNKNOWN = 50;

    private final Schema schema;
    private final Place root;

    NotificationSchema() {
        JsonNode published = load();
        this.schema = SchemaRegistry.withDefaultDialect(dialect()).getSchema(published);
        this.schema.initializeValidators();
        this.root = Place.of(published, published.get("$defs"));
    }

    /** JSON Schema 2020-12 and our two words in it, which validate nothing. */
    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft202012())
                .keyword(new NonValidationKeyword("x-expected"))
                .keyword(new NonValidationKeyword("x-characters"))
                .build();
    }

    private static JsonNode load() {
        try (InputStream resource = NotificationSchema.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE + ": build it again");
            }
            return JsonMapper.shared().readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + " from the jar: build it again", unreadable);
        }
    }

    /** What the schema and the characters of the text find, at most one finding a place, by JSON Pointer. */
    Map<String, Finding> defects(JsonNode notification) {
        Map<String, Finding> defects = new LinkedHashMap<>();
        for (Error error : schema.validate(notification)) {
            if (!error.getEvaluationPath().toString().startsWith("/allOf")) {
                String at = error.getInstanceLocation().toString();
                String missing = "required".equals(error.getKeyword()) ? error.getProperty() : null;
                String pointer = missing == null ? at : Pointer.member(at, missing);
                Place place = place(pointer);
                defects.putIfAbsent(
                        pointer,
                        missing == null
                                ? Findings.unexpected(pointer, place.words())
                                : Findings.missing(pointer, place.words()));
            }
        }
        characters(notification, root, "", defects);
        return defects;
    }

    /** What belongs at the pointer. */
    Place place(String pointer) {
        Place place = root;
        for (String segment : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            Place below = place.below(segment);
            if (below == null) {
                return new Place(null, null, Map.of(), null);
            }
            place = below;
        }
        return place;
    }

    private static void characters(JsonNode node, @Nullable Place place, String at, Map<String, Finding> defects) {
        if (place == null) {
            return;
        }
        Characters allowed = place.characters();
        if (node.isString() && allowed != null) {
            allowed.findFault(node.stringValue())
                    .ifPresent(fault -> defects.putIfAbsent(at, Findings.badCharacters(at, fault)));
        } else if (node.isObject()) {
            place.members().forEach((name, below) -> {
                JsonNode member = node.get(name);
                if (member != null) {
                    characters(member, below, Pointer.member(at, name), defects);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                characters(node.get(i), place.element(), Pointer.element(at, i), defects);
            }
        }
    }

    /** A warning for each member that version 1 does not know; many are told by their number. */
    List<Finding> unknownFields(JsonNode notification) {
        List<Finding> unknown = new ArrayList<>();
        int more = unknown(notification, root, "", unknown);
        if (more > 0) {
            unknown.add(Findings.moreUnknownFields(more));
        }
        return unknown;
    }

    private static int unknown(JsonNode node, @Nullable Place place, String at, List<Finding> found) {
        if (place == null) {
            return 0;
        }
        int more = 0;
        if (node.isObject() && !place.members().isEmpty()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Place below = place.members().get(member.getKey());
                String pointer = Pointer.member(at, member.getKey());
                if (below != null) {
                    more += unknown(member.getValue(), below, pointer, found);
                } else if (found.size() < MOST_UNKNOWN) {
                    found.add(Findings.unknownField(pointer, member.getKey()));
                } else {
                    more++;
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                more += unknown(node.get(i), place.element(), Pointer.element(at, i), found);
            }
        }
        return more;
    }
}
