package io.depository.agreements;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import io.depository.treaty.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** YAML files read strictly and checked against a JSON Schema, with errors that name file, line and column. */
final class CheckedYaml {

    private final Schema schema;
    private final SchemaWords words;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final NodeReader reader =
            NodeReader.builder().yamlMapper(yaml).locationAware().build();

    /** Files must be valid by the schema of that name on the class path. */
    CheckedYaml(String schemaName) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .build();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(new NonValidationKeyword("x-expected"))
                .build();
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config));
        try (InputStream content = CheckedYaml.class.getResourceAsStream(schemaName)) {
            if (content == null) {
                throw new IllegalStateException("The schema " + schemaName + " is missing from the class path");
            }
            byte[] bytes = content.readAllBytes();
            schema = registry.getSchema(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON);
            words = new SchemaWords(yaml.readTree(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + schemaName + " cannot be read", e);
        }
    }

    /** The file's tree, which knows its lines; throws where it is not valid by the schema. */
    JsonNode read(String fileName, byte[] content) {
        JsonNode tree = parse(fileName, content);
        List<Error> errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw new UnreadableAgreement(
                    words.of(errors).stream()
                            .sorted(Comparator.comparing(said -> Place.of(said.at())))
                            .map(said -> Place.of(said.at()).misread(fileName, said.what()))
                            .distinct()
                            .toList(),
                    null);
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

        /** Where a node stands of a tree that was read here; the beginning where that is not known. */
        static Place of(@Nullable JsonNode node) {
            return of(node == null ? null : JsonNodes.tokenStreamLocationOf(node));
        }

        Misreading misread(String fileName, Bilingual what) {
            return new Misreading(fileName, line, column, what);
        }

        UnreadableAgreement refusal(String fileName, Bilingual what, @Nullable Throwable cause) {
            return new UnreadableAgreement(List.of(misread(fileName, what)), cause);
        }

        @Override
        public int compareTo(Place other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
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
            throw Place.BEGINNING.refusal(
                    fileName,
                    new Bilingual(
                            "ожидается UTF-8; сохраните файл в этой кодировке",
                            "UTF-8 was expected; please save the file in that encoding"),
                    e);
        } catch (JacksonException e) {
            throw Place.of(e.getLocation()).refusal(fileName, YamlWords.of(e.getOriginalMessage()), e);
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
                    throw place.refusal(fileName, YamlWords.SECOND_DOCUMENT, null);
                }
                if (parser.isCurrentAlias()) {
                    throw place.refusal(fileName, YamlWords.ALIAS, null);
                }
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
            }
            if (documents == 0) {
                throw Place.BEGINNING.refusal(fileName, YamlWords.EMPTY, null);
            }
        }
    }
}
