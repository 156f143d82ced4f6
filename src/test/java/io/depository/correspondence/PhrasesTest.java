package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.depository.parties.Channel;
import io.depository.treaty.Act;
import io.depository.treaty.EffectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private static final Phrases RUSSIAN = Phrases.of("ru");
    private static final Phrases ENGLISH = Phrases.of("en");

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(withoutPluralForms(RUSSIAN)).isEqualTo(withoutPluralForms(ENGLISH));
    }

    @Test
    void fillsInTheSameThingsInBothLanguages() {
        assertThat(RUSSIAN.keys().stream().filter(ENGLISH::has))
                .allSatisfy(key -> assertThat(RUSSIAN.placeholders(key)).as(key).isEqualTo(ENGLISH.placeholders(key)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAPhraseForEveryName(Language language) {
        Stream<String> keys = Stream.of(
                        Arrays.stream(Act.values()).flatMap(act -> names(act.wireName(), "act.", "noun.")),
                        Arrays.stream(EffectKind.values())
                                .flatMap(kind -> names(kind.wireName(), "effect."))
                                .flatMap(key -> Stream.of(key, key + ".undated")),
                        Arrays.stream(CircularKind.values())
                                .flatMap(kind -> names(kind.wireName(), "kind.", "request.")),
                        Arrays.stream(Channel.values()).flatMap(channel -> names(channel.wireName(), "channel.")),
                        Arrays.stream(Outcome.values())
                                .flatMap(outcome -> names(outcome.wireName(), "ack.subject.", "ack.outcome.")))
                .flatMap(key -> key);
        assertThat(keys).allMatch(language::has);
    }

    private static Stream<String> names(String wireName, String... prefixes) {
        return Arrays.stream(prefixes).map(prefix -> prefix + wireName);
    }

    /** For every number there is a form, whatever the language has: one, few, many, other. */
    @ParameterizedTest
    @ValueSource(strings = {"ack.errors", "ack.warnings", "mail.proof.size"})
    void hasEveryPluralForm(String key) {
        for (String code : List.of("ru", "en")) {
            PluralRules rules = PluralRules.forLocale(new ULocale(code));
            Phrases phrases = Phrases.of(code);
            for (int number = 0; number <= 200; number++) {
                assertThat(phrases.has(key + "." + rules.select(number)))
                        .as("%s of %s in %s", key, number, code)
                        .isTrue();
            }
        }
    }

    @Test
    void neverLooksForPlaceholdersInAValue() {
        String poison = "{entry} {state} \\ $1 {";
        assertThat(ENGLISH.say("ack.number", "reference", poison)).isEqualTo("No. " + poison);
    }

    @Test
    void beginsASentenceWithACapital() {
        assertThat(ENGLISH.say("effect.withdrawal-revoked.undated", "state", "the Kyrgyz Republic"))
                .startsWith("The Kyrgyz Republic revokes");
    }

    @Test
    void namesThePhraseThatIsMissingOrLacksAValue() {
        assertThatThrownBy(() -> ENGLISH.say("no.such")).hasMessageContaining("no.such");
        assertThatThrownBy(() -> ENGLISH.say("ack.number"))
                .hasMessageContaining("ack.number")
                .hasMessageContaining("reference");
    }

    private static Set<String> withoutPluralForms(Phrases phrases) {
        return phrases.keys().stream()
                .map(key -> key.replaceFirst("\\.(one|few|many|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
