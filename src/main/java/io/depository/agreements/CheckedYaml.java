package io.depository.agreements;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** YAML files read strictly and checked against a JSON Schema, with errors that name file and line. */
final class CheckedYaml {

    private final Schema schema;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final NodeReader reader =
            NodeReader.builder().yamlMapper(yaml).locationAware().build();

    /** Files must be valid by the schema of that name on the class path. */
    CheckedYaml(String schemaName) {
        // The locale is given, so that errors read the same on every machine.
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (InputStream content = CheckedYaml.class.getResourceAsStream(schemaName)) {
            if (content == null) {
                throw new IllegalStateException("The schema " + schemaName + " is missing from the class path");
            }
            schema = registry.getSchema(content, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + schemaName + " cannot be read", e);
        }
    }

    /** The file's tree, which knows its lines; throws where it is not valid by the schema. */
    JsonNode read(String fileName, byte[] content) {
        JsonNode tree = parse(fileName, content);
        List<Error> errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw new UnreadableAgreement(errors.stream()
                    .sorted(Comparator.comparing(CheckedYaml::placeOf))
                    .map(error -> said(fileName, placeOf(error), whatIsWrong(error)))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return tree;
    }

    /** A place in a file; lines and columns are counted from 1. */
    record Place(int line, int column) implements Comparable<Place> {

        static final Place BEGINNING = new Place(1, 1);

        static Place of(@Nullable TokenStreamLocation location) {
            return location == null
                    ? BEGINNING
                    : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        }

        @Override
        public int compareTo(Place other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }

    /** An error as messages tell it. */
    static String said(String fileName, Place place, String whatIsWrong) {
        return fileName + ", line " + place.line() + ", column " + place.column() + ": " + whatIsWrong;
    }

    /** Where a node stands of a tree that was read here; the beginning where that is not known. */
    static Place placeOf(@Nullable JsonNode node) {
        return Place.of(node == null ? null : JsonNodes.tokenStreamLocationOf(node));
    }

    private JsonNode parse(String fileName, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            refuseWhatWouldBeMisread(fileName, text);
            return reader.readTree(text, InputFormat.YAML);
        } catch (CharacterCodingException e) {
            throw new UnreadableAgreement(said(fileName, Place.BEGINNING, "UTF-8 was expected"), e);
        } catch (JacksonException e) {
            throw new UnreadableAgreement(
                    said(fileName, Place.of(e.getLocation()), "YAML was expected: " + e.getOriginalMessage()), e);
        }
    }

    /** A tree would take an alias for its name, and would leave out all documents but the first. */
    private void refuseWhatWouldBeMisread(String fileName, String text) {
        try (YAMLParser parser = (YAMLParser) yaml.createParser(text)) {
            int depth = 0;
            int documents = 0;
            while (parser.nextToken() != null) {
                Place place = Place.of(parser.currentTokenLocation());
                if (depth == 0 && ++documents > 1) {
                    throw new UnreadableAgreement(said(fileName, place, "one document was expected, not a second one"));
                }
                if (parser.isCurrentAlias()) {
                    throw new UnreadableAgreement(said(fileName, place, "values in full were expected, not an alias"));
                }
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
            }
            if (documents == 0) {
                throw new UnreadableAgreement(
                        said(fileName, Place.BEGINNING, "an agreement was expected, but the file is empty"));
            }
        }
    }

    /** The place of the property that is wrong, where the error names one; else of what holds it. */
    private static Place placeOf(Error error) {
        JsonNode node = error.getInstanceNode();
        String property = error.getProperty();
        JsonNode child = property == null || node == null ? null : node.get(property);
        return placeOf(child == null ? node : child);
    }

    private static String whatIsWrong(Error error) {
        String at = error.getInstanceLocation().toString();
        return (at.isEmpty() ? "the file" : at) + ": " + error.getMessage();
    }
}
