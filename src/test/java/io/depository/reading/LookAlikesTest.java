package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Unicode Technical Standard 39, on the words of a notification. */
class LookAlikesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"17-3/1482, 0", "№ 827, 0", "МИД-17, 0", "17-АС, 1", "NОTE-1, 1", "N\u200BOTE, 1", "αβ-7, 0", "ΑΒ-7, 1"
    })
    void findsReferencesThatReadAsOthers(String reference, int found) {
        assertThat(LookAlikes.in(note("reference", reference))).hasSize(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Министерство экономики и коммерции, 0",
        "Ministry of Economy, 0",
        "ООО «IBM Восток» 2025, 0",
        "Вооружённые силы РСО, 0",
        "Миниcтерство, 1",
        "Mинистерство эконoмики, 2",
        "Bank\u202Eknab, 1",
        "Қазақстан, 0",
        "Հայաստան, 0"
    })
    void findsNamesWithLettersOfSeveralScriptsInOneWord(String name, int found) {
        JsonNode note =
                JSON.readTree("{\"authorizedBodies\":[{\"name\":{\"ru\":" + JSON.writeValueAsString(name) + "}}]}");
        assertThat(LookAlikes.in(note)).hasSize(found);
    }

    @Test
    void saysHowAWordReadsAndOfWhatItConsists() {
        LookAlike found = LookAlikes.in(note("reference", "сis")).get(0);

        assertThat(found.at()).isEqualTo("/reference");
        assertThat(found.text()).isEqualTo("сis");
        assertThat(found.readsAs()).isEqualTo("cis");
        assertThat(found.codePoints())
                .containsExactly(
                        "U+0441 CYRILLIC SMALL LETTER ES",
                        "U+0069 LATIN SMALL LETTER I",
                        "U+0073 LATIN SMALL LETTER S");
        assertThat(found.why().en()).contains("different scripts");
    }

    @Test
    void leavesFreeTextAloneAndEndsAtFifty() {
        assertThat(LookAlikes.in(JSON.readTree("{\"statement\":{\"ru\":\"Миниcтерство\"},\"other\":\"Миниcтерство\"}")))
                .isEmpty();
        assertThat(LookAlikes.in(note("reference", "Nо ".repeat(100)))).hasSize(50);
    }

    private static JsonNode note(String member, String value) {
        return JSON.readTree("{\"" + member + "\":" + JSON.writeValueAsString(value) + "}");
    }
}
