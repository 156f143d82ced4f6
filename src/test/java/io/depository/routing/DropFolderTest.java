package io.depository.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.MovableClock;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {

    private static final Duration QUIET = Duration.ofMillis(1_500);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int ALL = 5_000;

    @TempDir
    Path drop;

    private MovableClock clock;
    private DropFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        clock = new MovableClock(Instant.now());
        folder = new DropFolder(new PartyCode("KG"), drop, QUIET, clock, new Refusals());
        folder.prepare();
    }

    @Test
    void countsFromTheFirstSightThoughModeAndLinksChange() throws IOException {
        Path file = Files.writeString(in("note.json"), "{}");
        Instant firstSight = clock.instant();
        assertThat(look()).isEmpty();
        clock.pass(LOOK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.createLink(drop.resolve("second-name"), file);
        clock.pass(LOOK);
        List<IncomingFile> taken = look();
        assertThat(taken).hasSize(1);
        assertThat(FileState.of(drop.resolve("second-name")).changedAt()).isAfter(firstSight);
        assertThat(taken.get(0).receivedAt()).isEqualTo(firstSight);
    }

    @Test
    void countsAnewWhenTheContentChanges() throws IOException {
        Path file = Files.writeString(in("note.json"), "{}");
        Instant firstSight = clock.instant();
        look();
        Files.writeString(file, "{\"reference\": \"1\"}");
        assertThat(takenWithin(10)).isAfter(firstSight);
    }

    @Test
    void believesNoFirstSightOfLongAgoWhereContentCouldHaveBeenExchanged() throws IOException {
        Path file = Files.writeString(in("note.json"), "{'a': 1}");
        FileTime written = Files.getLastModifiedTime(file);
        Instant firstSight = clock.instant();
        look();
        clock.pass(Duration.ofMinutes(2));
        Files.writeString(file, "{'a': 2}");
        Files.setLastModifiedTime(file, written);
        assertThat(takenWithin(10)).isAfter(firstSight);
    }

    @Test
    void looksAtAThousandNamesAtMostAndTakesAllInTheEnd() throws IOException {
        int files = 1_200;
        for (int i = 0; i < files; i++) {
            Files.writeString(in("unfinished-" + i + ".part"), "");
            Path written = Files.writeString(drop.resolve("elsewhere"), "note " + i);
            Files.move(written, in("note-" + i + ".json"));
        }
        Files.writeString(in("in-place.json"), "{}");
        clock.pass(Duration.ofMinutes(1));
        int taken = 0;
        for (int looks = 0; looks < 12 && taken <= files; looks++) {
            int now = storeAll();
            assertThat(now).isLessThanOrEqualTo(1_000);
            taken += now;
            clock.pass(QUIET);
        }
        assertThat(taken).isEqualTo(files + 1);
    }

    @Test
    void takesNoMoreWhileAThousandWaitToBeStored() throws IOException {
        for (int i = 0; i < 1_500; i++) {
            Path written = Files.writeString(drop.resolve("elsewhere"), "note " + i);
            Files.move(written, in("note-" + i + ".json"));
        }
        clock.pass(Duration.ofMinutes(1));
        for (int looks = 0; looks < 20; looks++) {
            folder.takeQuiet(100);
            folder.taken().read(1, Long.MAX_VALUE, 1024);
        }
        assertThat(drop.resolve(".taken").toFile().list()).hasSize(1_000);
    }

    private int storeAll() throws IOException {
        List<IncomingFile> taken = look();
        taken.forEach(folder.taken()::archive);
        return taken.size();
    }

    private Instant takenWithin(int looks) throws IOException {
        for (int i = 0; i < looks; i++) {
            clock.pass(LOOK);
            List<IncomingFile> taken = look();
            if (!taken.isEmpty()) {
                return taken.get(0).receivedAt();
            }
        }
        throw new AssertionError("Nothing was taken within " + looks + " looks");
    }

    private List<IncomingFile> look() throws IOException {
        folder.takeQuiet(ALL);
        return folder.taken().read(ALL, Long.MAX_VALUE, 1024);
    }

    private Path in(String name) {
        return drop.resolve("in").resolve(name);
    }
}
