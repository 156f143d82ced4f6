package io.depository.parties;

import static io.depository.parties.WrittenDirectory.ED25519;
import static io.depository.parties.WrittenDirectory.ED25519_KID;
import static io.depository.parties.WrittenDirectory.P256_KID;
import static io.depository.parties.WrittenDirectory.TWO_STATES;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.depository.testing.TestDatabase;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class DirectoryImportTest {

    private static final PartyCode KG = new PartyCode("KG");
    private static final PartyCode KZ = new PartyCode("KZ");
    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().asApplication());
    private final DirectoryImport directoryImport = new DirectoryImport(database);
    private final Directory directory = new JdbcDirectory(database);

    private final Logger logger = (Logger) LoggerFactory.getLogger(DirectoryImport.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(told);
    }

    @Test
    void addsNoChannelToAStateWhoseChannelsStaffHaveSet() throws IOException {
        importText(TWO_STATES);
        new JdbcDirectoryBook(database).setChannels(KG, Map.of(Channel.MAIL, "treaties@kg.local"));
        importText(TWO_STATES);

        assertThat(directory.listChannels(KG)).containsExactly(new Registration(KG, Channel.MAIL, "treaties@kg.local"));
        assertThat(directory.listChannels(KZ)).hasSize(1);
    }

    @Test
    void makesStatesChannelsAndKeysKnown() throws IOException {
        importText(TWO_STATES);

        assertThat(directory.listStates()).extracting(State::party).containsExactly(KG, KZ);
        assertThat(directory.findState(KG))
                .contains(new State(KG, new Bilingual("Кыргызская Республика", "Kyrgyz Republic")));
        assertThat(directory.findState(new PartyCode("FR"))).isEmpty();
        assertThat(directory.listChannels(KG))
                .containsExactly(
                        new Registration(KG, Channel.JMS, "KG"),
                        new Registration(KG, Channel.FILE, "KG"),
                        new Registration(KG, Channel.MAIL, "mfa@kg.local"));
        assertThat(directory.findMailAddress(KZ)).contains("mfa@kz.local");
        assertThat(directory.findMailAddress(new PartyCode("FR"))).isEmpty();

        RegisteredKey open = directory.findKey(ED25519_KID).orElseThrow();
        assertThat(open.party()).isEqualTo(KG);
        assertThat(open.algorithm()).isEqualTo("EdDSA");
        assertThat(open.publicKey()).isEqualTo(ED25519);
        assertThat(open.validTo()).isNull();
        assertThat(open.revokedAt()).isNull();

        RegisteredKey closed = directory.findKey(P256_KID).orElseThrow();
        assertThat(closed.validFrom()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(closed.validTo()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(closed.revokedAt()).isEqualTo(Instant.parse("2025-06-01T12:00:00Z"));
    }

    @Test
    void leavesAloneWhatStaffChangedSince() throws IOException {
        importText(TWO_STATES);
        Instant revokedAt = Instant.parse("2026-02-03T04:05:06Z");
        database.sql("update party_key set revoked_at = ?::timestamptz where kid = ?")
                .params(revokedAt.toString(), ED25519_KID)
                .update();
        database.sql(
                        "update party_channel set address = 'treaties@mfa.example' where party = 'KG' and channel = 'mail'")
                .update();

        importText(TWO_STATES);

        assertThat(directory.findMailAddress(KG)).contains("treaties@mfa.example");
        assertThat(directory.findKey(ED25519_KID).orElseThrow().revokedAt()).isEqualTo(revokedAt);
    }

    @Test
    void saysNothingWhereTheFileSaysWhatIsInUse() throws IOException {
        importText(TWO_STATES);
        importText(TWO_STATES);

        assertThat(told.list).isEmpty();
    }

    @Test
    void saysOnceInWhatTheFileIsNotWhatIsInUse() throws IOException {
        importText(TWO_STATES);

        importText(TWO_STATES
                .replace("Kyrgyz Republic", "Kyrgyzstan")
                .replace("mail: mfa@kz.local", "mail: treaties@kz.local")
                .replace("file: KG, ", "")
                .replace("validTo: 2026-01-01T00:00:00Z", "validTo: 2027-01-01T00:00:00Z"));

        assertThat(told.list).hasSize(1);
        assertThat(told.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(told.list.get(0).getFormattedMessage())
                .contains("directory.yaml differs from the directory in use")
                .contains(": KG name, KZ channel mail address, KG channel file (not in the file), KG key " + P256_KID
                        + " validTo. ")
                .doesNotContain("treaties@kz.local");
        assertThat(directory.findMailAddress(KZ)).contains("mfa@kz.local");
    }

    @Test
    void saysThatAKeyTakenOutOfTheFileIsStillInUse() throws IOException {
        importText(TWO_STATES);

        importText(TWO_STATES.replace(TWO_STATES.substring(TWO_STATES.indexOf("      - kid: " + P256_KID)), ""));

        assertThat(told.list.get(0).getFormattedMessage()).contains("KG key " + P256_KID + " (not in the file)");
    }

    @Test
    void seesAChangeWithinASecondAndANewKeyAtOnce() throws IOException {
        importText("""
                states:
                  - party: KG
                    name: {ru: Кыргызская Республика, en: Kyrgyz Republic}
                """);
        assertThat(directory.findKey(ED25519_KID)).isEmpty();
        importText(TWO_STATES);
        Awaitility.await()
                .atMost(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> directory.findKey(ED25519_KID).isPresent());

        database.sql("update party_key set revoked_at = now() where kid = ?")
                .param(ED25519_KID)
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() -> directory.findKey(ED25519_KID).orElseThrow().revokedAt() != null);
    }

    private void importText(String text) throws IOException {
        Path file = folder.resolve("directory.yaml");
        Files.writeString(file, text);
        directoryImport.importFrom(file);
    }
}
