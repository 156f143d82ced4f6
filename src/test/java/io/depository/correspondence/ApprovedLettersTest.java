package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.depository.treaty.Act;
import io.depository.treaty.EffectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every sort of letter, byte for byte and word for word as {@link Approved}. */
class ApprovedLettersTest {

    private static final LetterWriter WRITER = new LetterWriter();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> acknowledgements() {
        return Letters.acknowledgements().keySet().stream();
    }

    static Stream<String> circulars() {
        return Letters.circulars().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void writesAcknowledgementsAsApproved(String name) {
        byte[] letter = WRITER.write(Letters.acknowledgements().get(name));
        judge("acknowledgement-" + name, letter);
        assertThat(errors("acknowledgement-1", letter)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("circulars")
    void writesCircularsAsApproved(String name) {
        byte[] letter = Letters.written(Letters.circulars().get(name));
        judge("circular-" + name, letter);
        assertThat(errors("circular-1", letter)).isEmpty();
    }

    @Test
    void writesWhatTheLawMakesOfActsAsTheSchemaSays() {
        Map<String, byte[]> letters = TreatyLetters.ofTheSeed();
        assertThat(letters.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CircularKind.values())
                        .map(CircularKind::wireName)
                        .toList());
        letters.values()
                .forEach(letter -> assertThat(errors("circular-1", letter)).isEmpty());
    }

    /** The file shows the JSON indented; written without the indent it is the letter, byte for byte. */
    private static void judge(String name, byte[] letter) {
        JsonNode tree = JSON.readTree(letter);
        assertThat(JSON.writeValueAsString(tree)).isEqualTo(new String(letter, StandardCharsets.UTF_8));
        Approved.holds(
                name + ".json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree).replace("\r\n", "\n") + "\n");
        if (tree.has("dryRun")) {
            return; // never goes out by mail
        }
        MailText text = MailText.of(tree, Letters.MINSK);
        Approved.holds(name + ".txt", "Subject: " + text.subject() + "\n\n" + text.plain());
        Approved.holds(name + ".html", text.html());
    }

    @Test
    void showsEveryKindOfCircular() {
        Set<CircularKind> shown =
                Letters.circulars().values().stream().map(Circular::kind).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(EnumSet.allOf(CircularKind.class));
    }

    @Test
    void showsEveryOutcome() {
        Set<Outcome> shown = Letters.acknowledgements().values().stream()
                .map(Acknowledgement::outcome)
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(EnumSet.allOf(Outcome.class));
    }

    @ParameterizedTest
    @CsvSource({
        "registered-first-consent, id",
        "registered-first-consent, outcome",
        "registered-first-consent, entry",
        "registered-first-consent, receipt",
        "registered-first-consent, errors",
        "registered-first-consent, effects",
        "under-review, review",
        "under-review, sha256",
        "dry-run-registered, dryRun"
    })
    void schemaMissesWhatAnAcknowledgementLacks(String name, String member) {
        JsonNode letter = JSON.readTree(WRITER.write(Letters.acknowledgements().get(name)));
        letter.asObject().remove(member);
        assertThat(errors("acknowledgement-1", JSON.writeValueAsBytes(letter))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text", "receipt", "number", "effects", "entry", "issuedAt"})
    void schemaMissesWhatACircularLacks(String member) {
        JsonNode letter = JSON.readTree(Letters.written(Letters.circulars().get("correction")));
        letter.asObject().remove(member);
        assertThat(errors("circular-1", JSON.writeValueAsBytes(letter))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acknowledgement-1, effect", "circular-1, effect", "circular-1, kind", "circular-1, act"})
    void schemasKnowEveryName(String schema, String member) {
        JsonNode tree = JSON.readTree(resource(schema));
        JsonNode names = "effect".equals(member)
                ? tree.at("/$defs/effect/properties/effect/enum")
                : tree.at("/properties/" + member + "/enum");
        Stream<String> expected = switch (member) {
            case "effect" -> Arrays.stream(EffectKind.values()).map(EffectKind::wireName);
            case "kind" -> Arrays.stream(CircularKind.values()).map(CircularKind::wireName);
            default -> Arrays.stream(Act.values()).map(Act::wireName);
        };
        assertThat(names.valueStream().map(JsonNode::asString)).containsExactlyElementsOf(expected.toList());
    }

    private static List<Error> errors(String schema, byte[] letter) {
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(schema), InputFormat.JSON);
        return published.validate(new String(letter, StandardCharsets.UTF_8), InputFormat.JSON);
    }

    private static String resource(String schema) {
        try (var in = ApprovedLettersTest.class.getResourceAsStream("/schemas/" + schema + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
