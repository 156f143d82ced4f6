package io.depository.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.notification.Code;
import io.depository.notification.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JsonCorpusTest {

    private final Reader reader = new Reader(Keys.ofMinistries());

    @TestFactory
    Stream<DynamicTest> tellsJsonFromWhatIsNotOnEveryChannel() {
        return Corpus.files("json", ".json").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    byte[] text = Corpus.read(file);
                    check(file, text, Notes.byJms("KG", text));
                    check(file, text, Notes.byFile("KG", text));
                    check(file, text, Notes.byDryRun(text));
                    check(
                            file,
                            text,
                            Notes.byMail(Mails.of(
                                    Mails.text("Attached."), Mails.attachment("application/json", "n.json", text))));
                }));
    }

    private void check(Path file, byte[] text, Arrival arrival) {
        Reading reading = reader.read(arrival);
        List<Code> codes = reading.errors().stream().map(Finding::code).toList();
        String name = file.getFileName().toString();
        assertThat(codes).as("%s by %s", name, arrival.channel()).isNotEmpty();
        assertThat(reading.notificationBytes()).isEqualTo(text);
        if (name.startsWith("n_")) {
            assertThat(codes).as("%s by %s", name, arrival.channel()).containsExactly(Code.SYNTAX);
        } else if (name.startsWith("y_")) {
            Code expected = expected(name);
            assertThat(codes).as("%s by %s", name, arrival.channel()).containsOnly(expected);
        }
    }

    private static Code expected(String valid) {
        if (valid.startsWith("y_object_duplicated")) {
            return Code.DUPLICATE_KEY;
        }
        // JSON, but of a number with 83 characters
        return valid.equals("y_number_double_close_to_zero.json") ? Code.TOO_LARGE : Code.SCHEMA;
    }
}
