package io.depository.parties;

import static io.depository.parties.WrittenDirectory.ED25519;
import static io.depository.parties.WrittenDirectory.ED25519_KID;
import static io.depository.parties.WrittenDirectory.P256_KID;
import static io.depository.parties.WrittenDirectory.TWO_STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.depository.testing.TestDatabase;
import io.depository.treaty.Bilingual;
import io.depository.treaty.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DirectoryImportTest {

    private static final PartyCode KG = new PartyCode("KG");
    private static final PartyCode KZ = new PartyCode("KZ");
    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().asApplication());
    private final DirectoryImport directoryImport = new DirectoryImport(database);
    private final Directory directory = new JdbcDirectory(database);

    @TempDir
    Path folder;

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
