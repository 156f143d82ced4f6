package io.depository.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depository.sample.JmsPost;
import io.depository.testing.Digests;
import io.depository.testing.Note;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole depository with half a gigabyte of heap against what is larger than that, on every way in at once; it ends by
 * itself at the first lack of memory. A command of its own: {@code mvn test -Dtest=FlatMemoryTest -Dflatmemory=true}.
 */
@EnabledIfSystemProperty(named = "flatmemory", matches = "true")
class FlatMemoryTest {

    private static final long GIGABYTE = 1L << 30;
    private static final long TERABYTE = 1L << 40;
    private static final int MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path home;

    @Test
    void bearsWhatIsLargerThanItsMemory() throws Exception {
        try (HugeMailbox mailbox = new HugeMailbox(GIGABYTE);
                EmbeddedMail letters = EmbeddedMail.start(0, 0);
                KilledDepository depository =
                        new KilledDepository(home, new MailServer(letters.smtpPort(), mailbox.port()))) {
            depository.start();
            depository.awaitReady();
            int sent = sendFiles() + sendMessages(depository.brokerPort());
            List<CompletableFuture<String>> rehearsals = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> depository.post("/api/validate", attached(34))))
                    .toList();
            rehearsals.forEach(rehearsal ->
                    assertThat(rehearsal.join()).containsAnyOf("\"outcome\":\"under-review\"", "\"status\":429"));
            await("a rehearsal alone")
                    .atMost(PATIENCE)
                    .until(() -> depository.post("/api/validate", attached(34)).contains("\"under-review\""));
            assertThat(depository.post("/api/validate", number(51 * MEGABYTE))).contains("TOO_LARGE");

            await().atMost(PATIENCE).until(mailbox::isEmpty);
            await().atMost(PATIENCE).until(() -> decided(depository) >= sent + 1);
            assertKept(depository, "mail", digestOfMail(), GIGABYTE);
            assertKept(depository, "file", digestOfZeros(), TERABYTE);
            assertThat(answers())
                    .as("each file is answered: a terabyte, depth, a number, and three that are good")
                    .containsOnlyOnceElementsOf(List.of("terabyte", "deep", "number"))
                    .filteredOn(answer -> answer.equals("under-review"))
                    .hasSize(3);
            System.out.println("FlatMemoryTest: heap now " + usedHeap(depository) + " MB of 512");
            assertThat(depository.text("/actuator/health/readiness")).contains("UP");
        }
    }

    /** Six files: larger than any disk, deep, one number, and three that are as large as they may be. */
    private int sendFiles() throws IOException {
        Path sparse = home.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(TERABYTE);
        }
        Files.move(sparse, in().resolve("terabyte.json"), StandardCopyOption.ATOMIC_MOVE);
        drop("deep.json", ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(US_ASCII));
        drop("number.json", number(49 * MEGABYTE));
        for (int i = 0; i < 3; i++) {
            drop("good-" + i + ".json", attached(34));
        }
        return 6;
    }

    private static int sendMessages(int port) throws IOException {
        int messages = 8;
        try (JmsPost queue = JmsPost.overCore("KZ", port)) {
            for (int i = 0; i < messages; i++) {
                queue.send(number(9 * MEGABYTE + i), "number");
            }
        }
        return messages;
    }

    private void drop(String name, byte[] content) throws IOException {
        Path part = in().resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, in().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path in() {
        return home.resolve("drop/KG/in");
    }

    private static byte[] number(int digits) {
        byte[] number = new byte[digits];
        Arrays.fill(number, (byte) '9');
        return number;
    }

    /** A note with a document of so many megabytes. */
    private static byte[] attached(int megabytes) {
        byte[] document = new byte[megabytes * MEGABYTE];
        return Note.of("KG", "declaration")
                .with("statement", Map.of("en", "We declare."))
                .with(
                        "attachments",
                        List.of(Map.of(
                                "fileName",
                                "a.pdf",
                                "mediaType",
                                "application/pdf",
                                "sha256",
                                Digests.sha256(document),
                                "content",
                                Base64.getEncoder().encodeToString(document))))
                .json();
    }

    private List<String> answers() throws IOException {
        try (var files = Files.list(home.resolve("drop/KG/out"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(FlatMemoryTest::said)
                    .toList();
        }
    }

    private static String said(Path answer) {
        try {
            String text = Files.readString(answer, UTF_8);
            if (text.contains("\"under-review\"")) {
                return "under-review";
            }
            if (text.contains("deeper")) {
                return "deep";
            }
            return text.contains("64 characters") ? "number" : text.contains("TOO_LARGE") ? "terabyte" : text;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int decided(KilledDepository depository) {
        return depository
                .database()
                .sql("select count(*) from work where state <> 'received'")
                .query(Integer.class)
                .single();
    }

    private static void assertKept(KilledDepository depository, String channel, byte[] digest, long size) {
        Map<String, Object> kept = depository
                .database()
                .sql("select d.size, octet_length(d.content) as kept, d.too_large from receipt r"
                        + " join document d using (digest, too_large) where r.channel = ? and r.digest = ?")
                .params(channel, digest)
                .query()
                .singleRow();
        assertThat(kept).as("%s %s", channel, HexFormat.of().formatHex(digest)).containsEntry("size", size);
        assertThat(kept).containsEntry("kept", 64 * 1024).containsEntry("too_large", true);
    }

    private static byte[] digestOfMail() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(HugeMailbox.HEADER);
        update(digest, HugeMailbox.BODY, GIGABYTE - HugeMailbox.HEADER.length);
        return digest.digest();
    }

    /** Of a terabyte the first gigabyte is digested. */
    private static byte[] digestOfZeros() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        update(digest, (byte) 0, GIGABYTE);
        return digest.digest();
    }

    private static void update(MessageDigest digest, byte value, long times) {
        byte[] chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, value);
        for (long left = times; left > 0; left -= chunk.length) {
            digest.update(chunk, 0, (int) Math.min(left, chunk.length));
        }
    }

    private static long usedHeap(KilledDepository depository) {
        return depository
                        .text("/actuator/prometheus")
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / MEGABYTE;
    }
}
