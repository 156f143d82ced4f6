package io.depository.correspondence;

import static io.depository.correspondence.Letters.KG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depository.notification.Heading;
import io.depository.parties.Channel;
import io.depository.treaty.EffectKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LetterWriterTest {

    private static final LetterWriter WRITER = new LetterWriter();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:30Z,           2026-11-23T10:15:30.000Z",
        "2026-11-23T10:15:30.1Z,         2026-11-23T10:15:30.100Z",
        "2026-11-23T10:15:30.123999999Z, 2026-11-23T10:15:30.123Z"
    })
    void writesInstantsInMilliseconds(Instant instant, String written) {
        assertThat(LetterJson.instant(instant)).isEqualTo(written);
    }

    @Test
    void keepsEmptyArraysAndOmitsWhatIsAbsent() {
        JsonNode letter = read(Letters.returned(Heading.UNREADABLE, List.of(Letters.syntax())));
        assertThat(letter.propertyNames())
                .containsExactly(
                        "type",
                        "id",
                        "outcome",
                        "channel",
                        "receivedAt",
                        "receivedOn",
                        "sha256",
                        "errors",
                        "warnings",
                        "effects");
    }

    @Test
    void writesNullForADayThatDoesNotFollowYet() {
        JsonNode effect = read(Letters.registered(List.of(Letters.forParty(KG, null)), List.of()))
                .at("/effects/0");
        assertThat(effect.get("on").isNull()).isTrue();
        assertThat(effect.propertyNames()).containsExactly("effect", "party", "on", "article", "because");
    }

    @Test
    void writesTheProofInStandardBase64AndNumbersAsNumbers() {
        JsonNode receipt = read(Letters.registered(List.of(), List.of())).get("receipt");
        assertThat(receipt.get("index").isIntegralNumber()).isTrue();
        assertThat(receipt.get("treeSize").isIntegralNumber()).isTrue();
        assertThat(Base64.getDecoder().decode(receipt.get("rootHash").asString()))
                .isEqualTo(Letters.receipt(6).rootHash());
        assertThat(new String(
                        Base64.getDecoder().decode(receipt.get("checkpoint").asString()), StandardCharsets.UTF_8))
                .isEqualTo(Letters.receipt(6).checkpoint());
    }

    @Test
    void writesWhateverASenderPutIntoTheHeading() {
        String poison = "\uD800 \u0000 \r\n \u202E \uD83D\uDE00 \" \\ </script>";
        Heading heading = new Heading("KG", "x", null, poison);
        JsonNode letter = read(Letters.returned(heading, List.of(Letters.syntax())));
        assertThat(letter.get("reference").asString()).isEqualTo(poison.replace('\uD800', '\uFFFD'));
    }

    @Test
    void writesTheSameBytesForTheSameLetter() {
        Circular circular = Letters.circulars().get("threshold-reached");
        assertThat(Letters.written(circular)).isEqualTo(Letters.written(circular));
    }

    @ParameterizedTest
    @EnumSource(
            value = CircularKind.class,
            names = {
                "ENTRY_INTO_FORCE_DUE",
                "ENTERED_INTO_FORCE",
                "ENTERED_INTO_FORCE_FOR_PARTY",
                "WITHDRAWAL_EFFECTIVE"
            })
    void refusesToTellOfADayThatNoEffectBears(CircularKind kind) {
        Circular circular = Letters.onlyEntry(kind, KG, List.of(Letters.counted(1)));
        assertThatThrownBy(() -> Letters.written(circular))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026/17")
                .hasMessageContaining(kind.wireName());
    }

    @ParameterizedTest
    @EnumSource(
            value = CircularKind.class,
            names = {
                "ENTRY_INTO_FORCE_DUE",
                "ENTERED_INTO_FORCE",
                "ENTERED_INTO_FORCE_FOR_PARTY",
                "WITHDRAWAL_EFFECTIVE"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void writesOtherCircularsWithoutAnyEffect(CircularKind kind) {
        JsonNode letter = JSON.readTree(Letters.written(Letters.onlyEntry(kind, null, List.of())));
        assertThat(letter.get("effects").isArray()).isTrue();
        assertThat(letter.at("/text/ru").asString()).contains("запись № 5");
    }

    @Test
    void tellsOnlyTheStatesOfThatDay() {
        Circular circular = Letters.onlyEntry(
                CircularKind.ENTERED_INTO_FORCE,
                null,
                List.of(
                        Letters.force(),
                        Letters.forParty(KG, Letters.WED_2026_12_23),
                        Letters.forParty(Letters.TM, Letters.THU_2026_12_24)));
        JsonNode letter = JSON.readTree(Letters.written(circular));
        assertThat(letter.at("/text/en").asString())
                .contains("entered into force for the following State: the Kyrgyz Republic.");
        assertThat(letter.at("/effects/0/effect").asString()).isEqualTo(EffectKind.ENTRY_INTO_FORCE.wireName());
    }

    @Test
    void refusesAnAcknowledgementThatContradictsItsOutcome() {
        Acknowledgement good = Letters.registered(List.of(), List.of());
        refuses(change(good, Outcome.RETURNED, good.channel(), good.id(), false), "entry");
        refuses(change(good, Outcome.REGISTERED, Channel.DRY_RUN, good.id(), false), "dry-run");
        refuses(change(good, Outcome.REGISTERED, good.channel(), null, false), "id");
        refuses(change(good, Outcome.REGISTERED, Channel.DRY_RUN, null, true), "entry");
        refuses(Letters.returned(Letters.completion(), List.of()), "errors");
    }

    private static void refuses(Acknowledgement letter, String what) {
        assertThatThrownBy(() -> WRITER.write(letter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(letter.outcome().wireName());
    }

    private static Acknowledgement change(
            Acknowledgement a, Outcome outcome, Channel channel, String id, boolean dryRun) {
        return new Acknowledgement(
                id,
                outcome,
                a.heading(),
                channel,
                a.receivedAt(),
                a.receivedOn(),
                a.sha256(),
                a.notificationSha256(),
                a.errors(),
                a.warnings(),
                a.review(),
                a.entry(),
                a.effects(),
                a.receipt(),
                dryRun);
    }

    private static JsonNode read(Acknowledgement letter) {
        return JSON.readTree(WRITER.write(letter));
    }
}
