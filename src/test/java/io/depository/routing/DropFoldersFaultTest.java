package io.depository.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DropFoldersFaultTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SHORT = "2";
    /** Longer than any wait of this test. */
    private static final String LONG = "2000";

    @TempDir
    Path drop;

    private final Logger logger = (Logger) LoggerFactory.getLogger(DropFoldersConsumer.class);
    private final Warnings warnings = new Warnings();

    private static final class Warnings extends AppenderBase<ILoggingEvent> {

        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                told.add(event.getFormattedMessage());
            }
        }
    }

    @BeforeEach
    void listen() {
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(warnings);
    }

    @Test
    void pausesAPartyWhoseFolderIsALinkAndNobodyElse() throws Exception {
        Path elsewhere = Files.createDirectory(drop.resolve("elsewhere"));
        Files.createDirectory(drop.resolve("AM"));
        Path link = Files.createSymbolicLink(drop.resolve("AM/in"), elsewhere);
        Files.writeString(elsewhere.resolve("note.json"), "behind a link");
        try (IntakeRig rig = open(LONG)) {
            for (int i = 0; i < 3; i++) {
                awaitStored(rig, "KG", "note " + i);
            }
            await().atMost(SOON).until(() -> warnings.told.size() == 1);
            assertThat(warnings.told.get(0)).contains("of AM");
            Files.delete(link);
            awaitStored(rig, "AM", "mended");
            assertThat(rig.receipts()).hasSize(4);
        }
        assertThat(warnings.told).hasSize(1);
    }

    @Test
    void tellsOnceThatNothingCanBeStored() throws Exception {
        try (IntakeRig rig = open(SHORT)) {
            rig.takeDatabaseAway();
            put("KG", "nobody is at home");
            await().atMost(SOON).until(() -> rig.refusals() > 4);
            assertThat(warnings.told).hasSize(1);
            rig.bringDatabaseBack();
            awaitStored(rig, "KG", "back again");
        }
        assertThat(warnings.told).hasSize(1);
    }

    private IntakeRig open(String backOff) throws Exception {
        return new IntakeRig(
                "11-intake-file",
                FixedDirectory.of("AM", "KG"),
                Clock.systemUTC(),
                Map.of(
                        "depository.drop",
                        drop.toString(),
                        "depository.intake.file.delay",
                        "50",
                        "depository.intake.file.quiet",
                        "200",
                        "depository.intake.file.back-off",
                        backOff));
    }

    private void awaitStored(IntakeRig rig, String party, String content) throws IOException {
        put(party, content);
        await().atMost(SOON)
                .until(() -> rig.receiptsOf(IntakeContract.sha256(content.getBytes(UTF_8)))
                                .size()
                        == 1);
    }

    private void put(String party, String content) throws IOException {
        Path in = Files.createDirectories(drop.resolve(party).resolve("in"));
        Path written = Files.writeString(drop.resolve("writing"), content);
        Files.move(written, in.resolve(content.replace(' ', '-') + ".json"));
    }
}
