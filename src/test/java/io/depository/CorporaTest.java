package io.depository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.testing.Arrived;
import io.depository.testing.Digests;
import io.depository.testing.Embassy;
import io.depository.testing.Note;
import io.depository.testing.RunningDepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that others wrote, sent to the running depository on every channel. */
class CorporaTest {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningDepository depository = RunningDepository.shared();

    @ParameterizedTest
    @CsvSource({"jms, AM", "file, AZ"})
    void answersEveryJsonTextOnceAndKeepsItByteForByte(String channel, String party) {
        Map<String, Path> cases = byDigest(files("json", ".json"));
        int faults = depository.faults().size();
        try (Embassy embassy = depository.embassyOf(party)) {
            cases.values().forEach(file -> embassy.sends(read(file), channel));
            await().atMost(SOON)
                    .until(() -> answersByDigest(embassy, channel).keySet().containsAll(cases.keySet()));
            Map<String, List<JsonNode>> answersByDigest = answersByDigest(embassy, channel);
            cases.forEach((digest, file) -> {
                byte[] text = read(file);
                Arrived arrived = one(channel, digest);
                assertThat(arrived.content()).as("%s", file).isEqualTo(text);
                assertThat(arrived.state()).as("%s", file).isEqualTo("returned");
                assertThat(arrived.answers()).as("%s", file).isEqualTo(1);
                List<JsonNode> answers = answersByDigest.get(digest);
                assertThat(answers).as("%s", file).hasSize(1);
                assertThat(answers.get(0).path("party").asString()).isEqualTo(party);
                isJudgedRightly(file, arrived);
            });
        }
        assertThat(depository.faults()).hasSize(faults);
    }

    @Test
    void readsEveryJsonTextFromMailAndAnswersNobodyWhereNoPartyCanBeRead() {
        List<Path> files = files("json", ".json");
        Map<Path, byte[]> mails = new LinkedHashMap<>();
        int faults = depository.faults().size();
        for (Path file : files) {
            byte[] raw = mailWith(file.getFileName().toString(), read(file));
            mails.put(file, raw);
        }
        depository.mailbox().append(List.copyOf(mails.values()), Instant.now());
        mails.forEach((file, raw) -> {
            Arrived arrived = awaitDecided("mail", Digests.sha256(raw));
            assertThat(arrived.content()).as("%s", file).isEqualTo(raw);
            assertThat(arrived.state()).as("%s", file).isEqualTo("returned");
            assertThat(arrived.answers()).as("%s", file).isZero();
            isJudgedRightly(file, arrived);
        });
        assertThat(depository.faults()).hasSize(faults);
    }

    @Test
    void keepsMalformedMailAndRegistersTheGoodOnesBetween() {
        List<Path> files = files("mail", ".msg");
        int faults = depository.faults().size();
        List<byte[]> good = new ArrayList<>();
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            all.add(read(files.get(i)));
            if (i % 10 == 0) {
                good.add(mailWith("note.jws", depository.sign("UZ", Note.bodiesOf("UZ"))));
                all.add(good.get(good.size() - 1));
            }
        }
        List<byte[]> automatic = List.of(
                automatic("Return-Path: <>\r\nContent-Type: text/plain\r\n", "Undelivered: see mfa@kg.local"),
                automatic("List-Id: <diplomats.example>\r\nPrecedence: list\r\n", "News of the week, {KG}"),
                automatic("Auto-Submitted: auto-replied\r\n", "The ministry is closed. KG"));
        all.addAll(automatic);
        depository.mailbox().append(all, Instant.now());

        await().atMost(SOON).until(() -> depository.mailbox().waiting() == 0);
        for (byte[] raw : good) {
            assertThat(awaitDecided("mail", Digests.sha256(raw)).state()).isEqualTo("registered");
        }
        for (byte[] raw : automatic) {
            Arrived arrived = awaitDecided("mail", Digests.sha256(raw));
            assertThat(arrived.state()).isEqualTo("set-aside");
            assertThat(arrived.answers()).isZero();
        }
        List<String> goodDigests = good.stream().map(Digests::sha256).toList();
        for (byte[] raw : depository.mailbox().stored()) {
            String digest = Digests.sha256(raw);
            Arrived arrived = awaitDecided("mail", digest);
            assertThat(arrived.content()).isEqualTo(raw);
            assertThat(arrived.state()).isNotEqualTo("quarantined");
            if (!goodDigests.contains(digest)) {
                assertThat(arrived.answers()).isZero();
            }
        }
        assertThat(depository.faults()).hasSize(faults);
    }

    private static Map<String, List<JsonNode>> answersByDigest(Embassy embassy, String channel) {
        return embassy.letters(channel).stream()
                .map(JSON::readTree)
                .filter(letter -> letter.has("sha256"))
                .collect(Collectors.groupingBy(letter -> letter.path("sha256").asString()));
    }

    private static void isJudgedRightly(Path file, Arrived arrived) {
        String name = file.getFileName().toString();
        if (name.startsWith("n_")) {
            assertThat(arrived.codes()).as(name).containsExactly("SYNTAX");
        } else if (name.startsWith("y_object_duplicated")) {
            assertThat(arrived.codes()).as(name).containsExactly("DUPLICATE_KEY");
        } else {
            assertThat(arrived.codes()).as(name).isNotEmpty();
            if (name.startsWith("y_")) {
                assertThat(arrived.codes()).as(name).doesNotContain("SYNTAX");
            }
        }
    }

    private Arrived awaitDecided(String channel, String digest) {
        return Arrived.awaitDecided(depository, channel, digest);
    }

    private Arrived one(String channel, String digest) {
        List<Arrived> arrivals = Arrived.list(depository, channel, digest);
        assertThat(arrivals).hasSize(1);
        return arrivals.get(0);
    }

    private static byte[] mailWith(String name, byte[] content) {
        return ("From: mfa@somewhere.example\r\nTo: notifications@depository.local\r\nSubject: " + name
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=-=\"\r\n\r\n"
                        + "--=-=\r\nContent-Type: text/plain\r\n\r\nAttached.\r\n"
                        + "--=-=\r\nContent-Type: "
                        + (name.endsWith(".jws") ? "application/jose" : "application/json")
                        + "\r\nContent-Disposition: attachment; filename=\"" + name
                        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(content) + "\r\n--=-=--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] automatic(String headers, String text) {
        return ("From: robot@kg.local\r\nTo: notifications@depository.local\r\nSubject: automatic\r\n" + headers
                        + "\r\n" + text + "\r\n")
                .getBytes(UTF_8);
    }

    private static Map<String, Path> byDigest(List<Path> files) {
        Map<String, Path> byDigest = new LinkedHashMap<>();
        files.forEach(file -> byDigest.put(Digests.sha256(read(file)), file));
        return byDigest;
    }

    private static List<Path> files(String folder, String ending) {
        Path corpus = Path.of("../shared/corpora", folder);
        Assumptions.assumeTrue(Files.isDirectory(corpus), () -> "Skipped: there is no " + corpus.toAbsolutePath());
        try (Stream<Path> files = Files.list(corpus)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
