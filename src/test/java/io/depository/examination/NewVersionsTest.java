package io.depository.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.agreements.AgreementFiles;
import io.depository.agreements.LoadedAgreement;
import io.depository.register.AgreementStore;
import io.depository.register.Register;
import io.depository.register.RegisterReader;
import io.depository.standing.Positions;
import io.depository.standing.RegisteredAgreements;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A new version of an agreement's file tells anew what it moves, and leaves what was known before as it was. */
class NewVersionsTest {

    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate WED_2026_04_01 = LocalDate.of(2026, 4, 1);
    private static final LocalDate THU_2026_04_02 = LocalDate.of(2026, 4, 2);

    private Office office = Office.open(
            TestDatabase.fresh(), new TestDirectory(), new MovableClock(MON_2026_03_02.plusSeconds(3600)), Period.ZERO);

    @BeforeEach
    void threeConsent() {
        for (String party : List.of("KG", "BY", "KZ")) {
            office.receivesSigned(Note.completionBy(party), party, MON_2026_03_02);
        }
        office.examines();
    }

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void correctsWhatItMovesOnce() {
        long before = size();
        startWith("counting: day-n-after", "counting: after-n-full-days");

        office.bean(NewVersions.class).tell();
        office.bean(NewVersions.class).tell();

        assertThat(office.kinds()).filteredOn("correction"::equals).hasSize(1);
        JsonNode correction = office.circulars().get(office.circulars().size() - 1);
        assertThat(correction.path("entry").asLong()).isEqualTo(before);
        assertThat(correction.path("corrected").get(0).path("on").asString()).isEqualTo("2026-04-01");
        assertThat(correction.path("effects").get(0).path("on").asString()).isEqualTo("2026-04-02");
        assertThat(knownAt(before + 1)).isEqualTo(THU_2026_04_02);
        assertThat(knownAt(before)).isEqualTo(WED_2026_04_01);
    }

    @Test
    void saysNothingWhereAConventionChangesForTheFuture() {
        startWith(
                "counting: day-n-after",
                "counting: [{convention: day-n-after}, {convention: after-n-full-days, from: \"2027-01-01\"}]");

        office.bean(NewVersions.class).tell();

        assertThat(office.kinds()).doesNotContain("correction");
        assertThat(knownAt(size())).isEqualTo(WED_2026_04_01);
    }

    /** Registers the changed file, as a start with it does, and starts again. */
    private void startWith(String from, String to) {
        AgreementFiles files = office.bean(AgreementFiles.class);
        LoadedAgreement seed = files.loadAll(null).get(0);
        String changed = new String(seed.content(), StandardCharsets.UTF_8).replace(from, to);
        RegisteredAgreements.open(
                List.of(files.load("changed.yaml", changed.getBytes(StandardCharsets.UTF_8))),
                Set.of("any"),
                files,
                office.bean(Register.class),
                office.bean(AgreementStore.class),
                office.bean(TransactionTemplate.class));
        office = office.again();
    }

    private LocalDate knownAt(long size) {
        return office.bean(Positions.class)
                .at(Note.AGREEMENT, size)
                .entryIntoForce()
                .orElseThrow();
    }

    private long size() {
        return office.bean(RegisterReader.class).size();
    }
}
