package io.depository.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.depository.register.CheckedRegister;
import io.depository.register.ExportCheck;
import io.depository.register.LogIdentity;
import io.depository.register.note.KeyFile;
import io.depository.testing.Note;
import io.depository.testing.Office;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whatever a superuser changes in the register's tables, whoever has the key and an earlier checkpoint finds it in what
 * the depository exports afterwards.
 */
class EditedRegisterTest {

    private static final int EDITS = Integer.getInteger("register.edits", 500);

    @TempDir
    static Path folder;

    private static Office office;
    private static LogSigner signer;
    private static String firstKey;
    private static String remembered;

    @BeforeAll
    static void registersSomething() throws IOException {
        office = Office.open();
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        for (String party : List.of("KG", "KZ", "BY", "TJ", "UZ", "AM")) {
            office.receivesSigned(Note.completionBy(party), party, at);
            office.examines();
            office.receivesSigned(Note.bodiesOf(party), party, at.plusSeconds(60));
            office.receivesSigned(Note.bodiesOf(party).reference("B-" + party), party, at.plusSeconds(70));
            office.examines();
        }
        LogIdentity identity = office.bean(LogIdentity.class);
        changeKeyTwice(identity);
    }

    /** Three keys, the last one in use. */
    private static void changeKeyTwice(LogIdentity identity) throws IOException {
        Path log = folder.resolve("log.pem");
        Path next = folder.resolve("next.pem");
        Files.copy(identity.keyFile(), log);
        new KeyFile(next).make();
        try (HikariDataSource pool = office.database().asApplication()) {
            RegisterNode node = new RegisterNode(pool, folder, "a");
            firstKey = node.reader.keys().get(0).key();
            Files.move(next, log, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            new KeyFile(next).make();
            RegisterNode again = new RegisterNode(pool, folder, "a");
            remembered = again.reader.latestCheckpoint().orElseThrow();
            signer = again.signer;
        }
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void isSoundBeforeAnybodyTouchesIt() throws Exception {
        CheckedRegister checked = check(JdbcClient.create(office.database().asApplication()));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.keys()).hasSize(3);
        assertThat(isFound(checked)).isFalse();
    }

    @Test
    void showsEveryEdit() throws Exception {
        long seed = Long.getLong("register.seed", System.nanoTime());
        System.out.println("Edits of the register, seed " + seed);
        Random random = new Random(seed);
        Map<RegisterEdit, Integer> made = new EnumMap<>(RegisterEdit.class);
        List<String> missed = new ArrayList<>();
        try (Connection connection = office.database().asSuperuser()) {
            connection.setAutoCommit(false);
            JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (int i = 0; i < EDITS; i++) {
                RegisterEdit edit = RegisterEdit.values()[i % RegisterEdit.values().length];
                edit.make(database, random);
                made.merge(edit, 1, Integer::sum);
                if (!isFound(check(database))) {
                    missed.add(edit + " (number " + i + ")");
                }
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
        System.out.println(made);
        assertThat(missed).as("seed " + seed).isEmpty();
    }

    private static CheckedRegister check(JdbcClient database) throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        new JdbcExport(database, signer).writeTo(export);
        return ExportCheck.check(new ByteArrayInputStream(export.toByteArray()), Set.of(rememberedSize()), List.of());
    }

    /** As somebody judges who has the depository's first key, and the checkpoint. */
    private static boolean isFound(CheckedRegister checked) {
        return !checked.faults().isEmpty() || !checked.signedBy(firstKey) || !checked.continues(remembered);
    }

    private static long rememberedSize() {
        return Long.parseLong(remembered.split("\n")[1]);
    }
}
