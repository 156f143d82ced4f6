package io.depository.dispatch;

import static io.depository.outbox.Attempt.Outcome.DEFERRED;
import static io.depository.outbox.Attempt.Outcome.FAILED;
import static io.depository.outbox.Attempt.Outcome.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.outbox.Delivery;
import io.depository.parties.Channel;
import io.depository.testing.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePostTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path drop;

    @TempDir
    Path elsewhere;

    private FilePost post;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(drop.resolve("KG/out"));
        Files.createDirectories(drop.resolve("KZ/out"));
        post = new FilePost(drop, new MovableClock(NOW), Enclosing.nothing());
    }

    @Test
    void writesEachLetterWholeUnderANameOfItsOwn() throws IOException {
        Delivery first = letter("KG", "a-1");
        Delivery second = letter("KG", "a-2");
        Delivery third = letter("KZ", "a-3");
        Report report = post.post(Posted.claim(Channel.FILE, List.of(first, second), List.of(third)));

        assertThat(Posted.outcomes(report)).containsExactly(SENT, SENT, SENT);
        assertThat(names("KG")).containsExactly("acknowledgement-a-1-7.json", "acknowledgement-a-2-7.json");
        assertThat(names("KZ")).containsExactly("acknowledgement-a-3-7.json");
        assertThat(drop.resolve("KG/out/acknowledgement-a-1-7.json"))
                .hasBinaryContent(first.letter().body());
    }

    @Test
    void writesTheSameFileOverItselfAfterACrash() throws IOException {
        Delivery letter = letter("KG", "a-1");
        post.post(Posted.claim(Channel.FILE, List.of(letter)));
        post.post(Posted.claim(Channel.FILE, List.of(letter)));
        assertThat(names("KG")).containsExactly("acknowledgement-a-1-7.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "K", "kg", "KG/../KZ", "/etc", ""})
    void failsALetterWhoseAddressIsNoPartysFolder(String address) {
        Delivery astray = Posted.delivery(Channel.FILE, "KG", "a-1", address, 0);
        Report report = post.post(Posted.claim(Channel.FILE, List.of(astray, letter("KG", "a-2"))));
        assertThat(Posted.outcomes(report)).containsExactly(FAILED, SENT);
    }

    @Test
    void waitsForAFolderThatVanishedAndDoesNotMakeItItself() throws IOException {
        Delivery first = letter("KG", "a-1");
        Delivery second = letter("KG", "a-2");
        Path out = drop.resolve("KG/out");
        Files.move(out, elsewhere.resolve("out"));

        Report away = post.post(Posted.claim(Channel.FILE, List.of(first, second), List.of(letter("KZ", "a-3"))));
        assertThat(Posted.outcomes(away)).containsExactly(DEFERRED, SENT);
        assertThat(out).doesNotExist();

        Files.move(elsewhere.resolve("out"), out);
        assertThat(Posted.outcomes(post.post(Posted.claim(Channel.FILE, List.of(first, second)))))
                .containsExactly(SENT, SENT);
    }

    @Test
    void followsNoLinkOutOfTheDrop() throws IOException {
        Files.delete(drop.resolve("KG/out"));
        Files.createSymbolicLink(drop.resolve("KG/out"), elsewhere);
        Files.createSymbolicLink(drop.resolve("UZ"), elsewhere);
        Files.createDirectories(elsewhere.resolve("out"));

        Report report =
                post.post(Posted.claim(Channel.FILE, List.of(letter("KG", "a-1")), List.of(letter("UZ", "a-2"))));

        assertThat(Posted.outcomes(report)).containsExactly(DEFERRED, DEFERRED);
        assertThat(elsewhere.resolve("out")).isEmptyDirectory();
    }

    @Test
    void replacesALinkThatWaitsUnderTheNameInsteadOfWritingThroughIt() throws IOException {
        Path target = Files.writeString(elsewhere.resolve("target"), "untouched");
        Files.createSymbolicLink(drop.resolve("KG/out/acknowledgement-a-1-7.json"), target);
        post.post(Posted.claim(Channel.FILE, List.of(letter("KG", "a-1"))));
        assertThat(target).hasContent("untouched");
        assertThat(drop.resolve("KG/out/acknowledgement-a-1-7.json")).isRegularFile();
    }

    @Test
    void stopsAtTheFirstLetterThatCannotBeWrittenAndKeepsTheOrder() throws IOException {
        Files.createDirectories(drop.resolve("KG/out/acknowledgement-a-2-7.json"));
        Report report = post.post(
                Posted.claim(Channel.FILE, List.of(letter("KG", "a-1"), letter("KG", "a-2"), letter("KG", "a-3"))));
        assertThat(Posted.outcomes(report)).containsExactly(SENT, DEFERRED);
        assertThat(names("KG")).containsExactly("acknowledgement-a-1-7.json", "acknowledgement-a-2-7.json");
    }

    @Test
    void removesWhatAnEndedProcessLeftUnfinished() throws IOException {
        Path old = Files.writeString(drop.resolve("KG/out/.acknowledgement-a-0-7.json.x.part"), "{");
        Path young = Files.writeString(drop.resolve("KG/out/.acknowledgement-a-9-7.json.x.part"), "{");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(2))));
        Files.setLastModifiedTime(young, FileTime.from(NOW));
        post.post(Posted.claim(Channel.FILE, List.of(letter("KG", "a-1"))));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private static Delivery letter(String party, String id) {
        return Posted.delivery(Channel.FILE, party, id);
    }

    private List<String> names(String party) throws IOException {
        try (Stream<Path> files = Files.list(drop.resolve(party).resolve("out"))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
