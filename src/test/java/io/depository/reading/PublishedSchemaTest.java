package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.depository.notification.Case;
import io.depository.notification.Code;
import io.depository.notification.Rules;
import io.depository.treaty.Act;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who checks with the published schema before sending learns the same as from the depository. */
class PublishedSchemaTest {

    private static final String BODIES = "[{\"name\": {\"ru\": \"М\", \"en\": \"M\"}}]";

    private final Reader reader = new Reader(Keys.ofMinistries());
    private final Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(
                    PublishedSchemaTest.class.getResourceAsStream("/schemas/notification-1.json")));

    static Stream<Arguments> everyActWithEveryMember() {
        return Stream.of(Act.values())
                .flatMap(act -> Stream.of(
                                "\"statement\": {}",
                                "\"authorizedBodies\": []",
                                "\"authorizedBodies\": " + BODIES,
                                "\"attachments\": []",
                                "\"refersTo\": {\"reference\": \"1\"}",
                                "\"effectiveOn\": \"2027-01-01\"",
                                "\"reservation\": {\"ru\": \"Оговорка\"}",
                                "\"dated\": \"2026\"")
                        .map(member -> Arguments.of(act, member)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("everyActWithEveryMember")
    void agreesWithTheRules(Act act, String member) {
        String dated = member.contains("dated") ? "" : ", \"dated\": \"2026-01-12\"";
        String note = """
                {"version": "1", "depository": "cis-executive-committee", "reference": "1", "party": "KG",
                 "agreement": "a", "act": "%s", %s %s}""".formatted(act.wireName(), member, dated);

        Reading reading = reader.read(Notes.byDryRun(Notes.utf8(note)));
        Case examined = new Case(
                Objects.requireNonNull(reading.draft()),
                null,
                null,
                LocalDate.of(2026, 1, 12),
                "cis-executive-committee",
                true,
                true);
        boolean refused = !reading.errors().isEmpty()
                || Rules.errors(examined).stream().anyMatch(finding -> finding.code() == Code.SCHEMA);

        assertThat(published.validate(note, InputFormat.JSON).isEmpty()).isEqualTo(!refused);
    }
}
