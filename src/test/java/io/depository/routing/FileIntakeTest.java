package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntakeTest extends IntakeContract {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path drop;

    private final AtomicInteger count = new AtomicInteger();

    @Override
    IntakeRig open() throws Exception {
        IntakeRig rig = new IntakeRig(
                "11-intake-file",
                FixedDirectory.of("AM", "KG"),
                Clock.systemUTC(),
                Map.of(
                        "depository.drop", drop.toString(),
                        "depository.intake.file.limit", Integer.toString(LIMIT),
                        "depository.intake.file.delay", "50",
                        "depository.intake.file.quiet", "400",
                        "depository.intake.file.back-off", "2"));
        await().atMost(SOON).until(() -> Files.isDirectory(in("KG")) && Files.isDirectory(in("AM")));
        return rig;
    }

    @Override
    void closeTransport() {}

    @Override
    byte[] send(byte[] content) throws Exception {
        rename("notification-" + count.incrementAndGet() + ".json", content);
        return content;
    }

    @Override
    boolean isAllAcknowledged() throws Exception {
        return isEmpty(in("KG")) && isEmpty(drop.resolve("KG/.taken"));
    }

    @Override
    String channel() {
        return "file";
    }

    @Override
    String party() {
        return "KG";
    }

    @Test
    void leavesUnfinishedFilesAlone() throws Exception {
        for (String name : List.of(".hidden", "half.part", "half.tmp")) {
            Files.writeString(in("AM").resolve(name), "not yet");
        }
        Files.writeString(in("AM").resolve("other.json"), "taken meanwhile");
        storedOnce("taken meanwhile".getBytes(UTF_8));
        assertThat(in("AM")).isDirectoryContaining("glob:**/half.part").isDirectoryContaining("glob:**/half.tmp");
        Files.move(in("AM").resolve("half.part"), in("AM").resolve("half.json"));
        assertThat(storedOnce("not yet".getBytes(UTF_8)).channelParty()).isEqualTo("AM");
        Files.delete(in("AM").resolve(".hidden"));
        Files.delete(in("AM").resolve("half.tmp"));
    }

    @Test
    void readsOfATerabyteOnlyTheFirstGigabyte() throws Exception {
        Path sparse = drop.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        MessageDigest gigabyte = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 1024; i++) {
            gigabyte.update(new byte[1 << 20]);
        }
        Files.move(sparse, in("KG").resolve("sparse.json"), StandardCopyOption.ATOMIC_MOVE);
        byte[] digest = gigabyte.digest();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !rig().receiptsOf(digest).isEmpty());
        StoredReceipt stored = rig().receiptsOf(digest).get(0);
        assertThat(stored.tooLarge()).isTrue();
        assertThat(stored.size()).isEqualTo(1L << 40);
        assertThat(stored.content()).hasSize(64 * 1024);
        assertThat(stored.evidence()).contains("the first 1073741824 bytes of 1099511627776");
    }

    @Test
    void waitsForAFileThatIsWrittenInPlace() throws Exception {
        Path file = in("KG").resolve("slow.json");
        StringBuilder all = new StringBuilder();
        AtomicInteger written = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(100)).atMost(SOON).until(() -> {
            String part = "part " + written.incrementAndGet() + "\n";
            Files.writeString(file, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            all.append(part);
            return written.get() == 12;
        });
        Instant last = FileState.of(file).changedAt();
        StoredReceipt stored = storedOnce(all.toString().getBytes(UTF_8));
        assertThat(stored.receivedAt()).isEqualTo(last.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        assertThat(rig().receipts())
                .noneMatch(receipt -> "slow.json".equals(receipt.correlation()) && receipt.size() != all.length());
    }

    @Test
    void countsFromTheRenameWhateverTheSenderSays() throws Exception {
        Path file = drop.resolve("elsewhere");
        Files.writeString(file, "written long ago");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1999-12-31T23:59:59Z")));
        Instant before = Instant.now().minusMillis(20);
        Files.move(file, in("KG").resolve("old.json"));
        assertThat(storedOnce("written long ago".getBytes(UTF_8)).receivedAt()).isBetween(before, Instant.now());
    }

    @Test
    void refusesLinksAndFoldersWithoutBlocking() throws Exception {
        Path secret = Files.writeString(drop.resolve("secret"), "not for the depository");
        Files.createSymbolicLink(in("AM").resolve("link.json"), secret);
        Files.createDirectory(in("AM").resolve("folder.json"));
        new ProcessBuilder("mkfifo", in("AM").resolve("pipe.json").toString())
                .start()
                .waitFor();
        Files.writeString(in("AM").resolve("good.json"), "good among bad");
        storedOnce("good among bad".getBytes(UTF_8));
        assertThat(rig().receiptsOf(sha256("not for the depository".getBytes(UTF_8))))
                .isEmpty();
        assertThat(Files.exists(in("AM").resolve("link.json"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(Files.exists(in("AM").resolve("pipe.json"))).isTrue();
    }

    @Test
    void keepsEachOfTwoFilesOfOneNameInTheArchive() throws Exception {
        for (String content : List.of("first under a name", "second under a name")) {
            rename("same.json", content.getBytes(UTF_8));
            storedOnce(content.getBytes(UTF_8));
        }
        awaitAcknowledgement();
        try (Stream<Path> archived = Files.walk(drop.resolve("KG/.archive"))) {
            assertThat(archived.filter(path -> path.endsWith("same.json")).map(FileIntakeTest::read))
                    .containsExactlyInAnyOrder("first under a name", "second under a name");
        }
    }

    @Test
    void takesNamesAsTextOnly() throws Exception {
        String name = "x..%2f..;rm -rf \u202Egnp.\u0001\r\nBcc: x?id=1&CamelFileName=a+b ё.json";
        rename(name, "strange name".getBytes(UTF_8));
        assertThat(storedOnce("strange name".getBytes(UTF_8)).correlation())
                .isEqualTo("x..%2f..;rm -rf \\u202egnp.\\u0001\\u000d\\u000aBcc: x?id=1&CamelFileName=a+b ё.json");
        String longest = "ы".repeat(125) + ".json";
        rename(longest, "longest name".getBytes(UTF_8));
        assertThat(storedOnce("longest name".getBytes(UTF_8)).correlation()).isEqualTo(longest);
        awaitAcknowledgement();
    }

    @Test
    void storesWhatACrashLeftTaken() throws Exception {
        Instant received = Instant.parse("2026-03-01T10:00:00.123456Z");
        Path file = Files.writeString(drop.resolve("left-over"), "left by a crash");
        SlotName slot = SlotName.of(received, FileState.of(file), 42);
        Path building = Files.createDirectory(drop.resolve("building"));
        Files.move(file, building.resolve("was.json"));
        Files.move(building, drop.resolve("KG/.taken").resolve(slot.toString()));
        StoredReceipt stored = storedOnce("left by a crash".getBytes(UTF_8));
        assertThat(stored.receivedAt()).isEqualTo(received);
        assertThat(stored.correlation()).isEqualTo("was.json");
        awaitAcknowledgement();
    }

    @Test
    void storesManyInTheOrderOfTheirReceipt() throws Exception {
        for (int i = 0; i < 250; i++) {
            rename("many-" + i + ".json", ("many " + i).getBytes(UTF_8));
        }
        storedOnce("many 249".getBytes(UTF_8));
        awaitAcknowledgement();
        assertThat(rig().receipts())
                .filteredOn(receipt -> String.valueOf(receipt.correlation()).startsWith("many-"))
                .hasSize(250)
                .isSortedAccordingTo(java.util.Comparator.comparing(StoredReceipt::receivedAt));
    }

    private static Path in(String party) {
        return drop.resolve(party).resolve("in");
    }

    private void rename(String name, byte[] content) throws IOException {
        Path written = Files.write(drop.resolve("writing-" + count.incrementAndGet()), content);
        Files.move(written, in("KG").resolve(name));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
