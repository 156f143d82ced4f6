package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.depository.notification.Code;
import io.depository.notification.Finding;
import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    private static final int MEGABYTE = 1 << 20;

    private final Reader reader = new Reader(Keys.ofMinistries());

    static Stream<Arguments> textsAtALimit() {
        return Stream.of(
                Arguments.of("depth 32", nested(32), false),
                Arguments.of("depth 33", nested(33), true),
                Arguments.of("depth 100,000", nested(100_000), true),
                Arguments.of("100,000 tokens", "[" + "1,".repeat(99_997) + "1]", false),
                Arguments.of("100,001 tokens", "[" + "1,".repeat(99_998) + "1]", true),
                Arguments.of("number of 64", "[" + "9".repeat(64) + "]", false),
                Arguments.of("number of 65", "[-" + "9".repeat(64) + "]", true),
                Arguments.of("number of a million", "[" + "9".repeat(1_000_000) + "]", true),
                Arguments.of("number of great power", "[1e999999999, -1E-999999999]", false),
                Arguments.of("name of 200", "{\"" + "я".repeat(200) + "\": 1}", false),
                Arguments.of("name of 201", "{\"" + "a".repeat(201) + "\": 1}", true),
                Arguments.of("escaped name of 200", "{\"" + "\\ud83d\\ude00".repeat(200) + "\": 1}", false),
                Arguments.of("string of 1 MB", "[\"" + "x".repeat(MEGABYTE) + "\"]", false),
                Arguments.of("string above 1 MB", "[\"" + "x".repeat(MEGABYTE + 1) + "\"]", true),
                Arguments.of("content elsewhere", "{\"x\":[{\"content\":\"" + "x".repeat(2 * MEGABYTE) + "\"}]}", true),
                Arguments.of(
                        "content below content",
                        "{\"attachments\":[{\"content\":[\"" + "x".repeat(2 * MEGABYTE) + "\"]}]}",
                        true),
                Arguments.of(
                        "content of attachments",
                        "{\"attachments\":[{\"content\":\"" + "x".repeat(2 * MEGABYTE) + "\"}]}",
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textsAtALimit")
    void keepsTheLimitsOfTheContract(String name, String json, boolean tooLarge) {
        Reading reading = reader.read(Notes.byJms("KG", Notes.utf8(json)));

        assertThat(reading.errors()).extracting(Finding::code).containsOnly(tooLarge ? Code.TOO_LARGE : Code.SCHEMA);
        assertThat(reading.notificationBytes()).isEqualTo(Notes.utf8(json));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textsAtALimit")
    void callsATextThatIsNoJsonSoHoweverLargeItIs(String name, String json, boolean tooLarge) {
        String cut = json.substring(0, json.length() - 1);

        Reading reading = reader.read(Notes.byJms("KG", Notes.utf8(cut)));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SYNTAX);
    }

    @Test
    void spendsNoMemoryOnDepth() {
        byte[] brackets = new byte[50 * MEGABYTE];
        Arrays.fill(brackets, (byte) '[');
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(Notes.byFile("KG", Notes.utf8("[[")));

        long before = threads.getCurrentThreadAllocatedBytes();
        Reading reading = reader.read(Notes.byFile("KG", brackets));
        long spent = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SYNTAX);
        assertThat(spent).isLessThan(32L * MEGABYTE);
    }

    @Test
    void readsAnAttachmentFarAboveTheLimitOfStrings() {
        byte[] content = new byte[20 * MEGABYTE];
        String json = Notes.with(
                "attachments",
                "[{\"fileName\":\"a\",\"mediaType\":\"b\",\"sha256\":\"" + "0".repeat(64) + "\",\"content\":\""
                        + Base64.getEncoder().encodeToString(content) + "\"}]");

        Reading reading = reader.read(Notes.byFile("KG", Notes.utf8(json)));

        assertThat(reading.errors()).isEmpty();
        assertThat(Objects.requireNonNull(reading.notification())
                        .attachments()
                        .get(0)
                        .content())
                .isEqualTo(content);
    }

    @Test
    void readsTheHeadingFromTheBeginningOfWhatWasTooLarge() {
        byte[] beginning = Notes.utf8("{\"party\":\"KG\",\"reference\":\"17\",\"statement\":{\"ru\":\"");

        Reading reading =
                reader.read(new Arrival(Channel.JMS, new PartyCode("KG"), beginning, true, Notes.RECEIVED_AT));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.TOO_LARGE);
        assertThat(reading.heading().reference()).isEqualTo("17");
        assertThat(reading.notificationBytes()).isNull();
    }

    @Test
    void readsTheHeadingOfATextThatBreaksOff() {
        Reading reading = reader.read(
                Notes.byJms(
                        "KG",
                        Notes.utf8(
                                "{\"party\":\"KG\", \"act\":\"x\\u0000\\r\\ny\", \"reference\":\"1\", \"reference\":\"2\", oops")));

        assertThat(reading.errors()).extracting(Finding::code).containsExactly(Code.SYNTAX);
        assertThat(reading.heading().party()).isEqualTo("KG");
        assertThat(reading.heading().act()).isEqualTo("xy");
        assertThat(reading.heading().reference()).as("said twice, so not read").isNull();
    }

    @Test
    void pointsAtEveryRepeatedMember() {
        Reading reading = reader.read(Notes.byJms(
                "KG", Notes.utf8("{\"a\":[{\"b/c\":1,\"b/c\":2}],\"party\":\"KG\",\"party\":\"KZ\",\"act\":\"x\"}")));

        assertThat(reading.errors())
                .extracting(finding -> finding.code() + " " + finding.at())
                .containsExactly("DUPLICATE_KEY /a/0/b~1c", "DUPLICATE_KEY /party");
        assertThat(reading.heading().party()).isNull();
        assertThat(reading.heading().act()).isEqualTo("x");
    }

    @Test
    void ignoresAByteOrderMark() {
        byte[] marked = Notes.utf8("\uFEFF" + Notes.aCompletionBy("KG"));

        Reading reading = reader.read(Notes.byJms("KG", marked));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.notificationBytes()).isEqualTo(marked);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
