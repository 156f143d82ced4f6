package io.depository.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.depository.calendar.FallingDue;
import io.depository.register.DeterminationStore;
import io.depository.register.RecordReader;
import io.depository.register.RegisterReader;
import io.depository.standing.Positions;
import io.depository.testing.MovableClock;
import io.depository.testing.Note;
import io.depository.testing.Office;
import io.depository.testing.TestDatabase;
import io.depository.testing.TestDirectory;
import io.depository.treaty.Bilingual;
import io.depository.treaty.EffectKind;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a supervisor determines is law from then on: in the register, told to all, and read back from its record. */
class DeterminationsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate WED_2026_04_01 = LocalDate.of(2026, 4, 1);
    private static final LocalDate THU_2026_04_02 = LocalDate.of(2026, 4, 2);
    private static final Bilingual REASON =
            new Bilingual("Так решено по переписке сторон.", "So agreed in the parties' correspondence.");
    private static final Instruction SUPERVISOR = Instruction.because("supervisor", REASON.ru());

    private final Office office = Office.open(
            TestDatabase.fresh(), new TestDirectory(), new MovableClock(MON_2026_03_02.plusSeconds(3600)), Period.ZERO);
    private final Determinations determinations = office.bean(Determinations.class);

    @AfterEach
    void closes() {
        office.close();
    }

    @Test
    void recordsAnotherDayThanTheCountedOneAndTellsAll() {
        bringIntoForce();
        assertThat(position().entryIntoForce()).contains(WED_2026_04_01);

        long entry = determinations.recordDate(
                Note.AGREEMENT, EffectKind.ENTRY_INTO_FORCE, null, THU_2026_04_02, REASON, SUPERVISOR);

        assertThat(position().entryIntoForce()).contains(THU_2026_04_02);
        assertThat(fromRecords().entryIntoForce()).contains(THU_2026_04_02);
        JsonNode record = record(entry);
        assertThat(record.path("type").asString()).isEqualTo("staff");
        assertThat(record.path("by").asString()).isEqualTo("supervisor");
        assertThat(record.path("effects").get(0).path("computed").asString()).isEqualTo("2026-04-01");
        assertThat(record.path("corrects").get(0).path("on").asString()).isEqualTo("2026-04-01");
        assertThat(office.kinds()).endsWith("correction");
        JsonNode correction = office.circulars().get(office.circulars().size() - 1);
        assertThat(correction.path("entry").asLong()).isEqualTo(entry);
        assertThat(correction.path("corrected").get(0).path("on").asString()).isEqualTo("2026-04-01");
        assertThat(correction.path("effects").get(0).path("on").asString()).isEqualTo("2026-04-02");
        assertThat(correction.path("effects").get(0).path("because").path("ru").asString())
                .startsWith("Депозитарий записал день: четверг 2 апреля 2026 г. (запись " + entry
                        + ", supervisor): Так решено")
                .contains("записанный день на 1 день позже, как при другом способе счета");
        assertThat(knownAt(entry).entryIntoForce()).contains(WED_2026_04_01);
        assertThat(office.jdbc()
                        .sql("select falls_on from duty where state = 'due' and kind = 'entered-into-force'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(THU_2026_04_02);
    }

    @Test
    void settlesASignatureInDoubtSoThatAMachineGoesOn() {
        long held = office.receivesSigned(Note.completionBy("RU"), "RU", MON_2026_03_02);
        office.examines();
        assertThat(office.stateOf(held)).isEqualTo("under-review");

        determinations.settleSignature(Note.AGREEMENT, new PartyCode("RU"), true, REASON, SUPERVISOR);
        determinations.settleSignature(Note.AGREEMENT, new PartyCode("AZ"), false, REASON, SUPERVISOR);

        office.votes("registrar", Verdict.APPROVE, held, "as settled");
        long accession = office.receivesSigned(Note.accessionBy("AZ"), "AZ", MON_2026_03_02);
        office.examines();
        assertThat(position().counted()).isEqualTo(1);
        assertThat(office.stateOf(accession)).isEqualTo("registered");
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(position().standingOf(new PartyCode("RU"), day).standing()).isEqualTo(Standing.SIGNATORY);
        assertThat(position().standingOf(new PartyCode("AZ"), day).doubtful()).isFalse();
        assertThat(fromRecords().standingOf(new PartyCode("RU"), day).doubtful())
                .isFalse();
        assertThat(office.kinds()).doesNotContain("correction");
    }

    @Test
    void refusesWhatCannotBeDetermined() {
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> determinations.recordDate(
                        "nothing", EffectKind.ENTRY_INTO_FORCE, null, THU_2026_04_02, REASON, SUPERVISOR));
        assertConflict(
                Conflict.Code.NOT_IN_THAT_STATE,
                () -> determinations.recordDate(
                        Note.AGREEMENT, EffectKind.ENTRY_INTO_FORCE, null, THU_2026_04_02, REASON, SUPERVISOR));
        bringIntoForce();
        assertConflict(
                Conflict.Code.ALREADY_DECIDED,
                () -> determinations.recordDate(
                        Note.AGREEMENT, EffectKind.ENTRY_INTO_FORCE, null, WED_2026_04_01, REASON, SUPERVISOR));
        assertConflict(
                Conflict.Code.NOT_IN_THAT_STATE,
                () -> determinations.recordDate(
                        Note.AGREEMENT,
                        EffectKind.CONSENT_COUNTED,
                        new PartyCode("KG"),
                        THU_2026_04_02,
                        REASON,
                        SUPERVISOR));
        assertConflict(
                Conflict.Code.NOT_IN_THAT_STATE,
                () -> determinations.settleSignature(Note.AGREEMENT, new PartyCode("KG"), false, REASON, SUPERVISOR));
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() ->
                        determinations.settleSignature(Note.AGREEMENT, new PartyCode("DE"), true, REASON, SUPERVISOR));
        assertThat(office.bean(io.depository.staff.Audit.class).list(0, 10)).isEmpty();
    }

    /** The day came and was told; then two people approve a revocation that had been received before it. */
    @Test
    void correctsADayThatHadComeBeforeItWasUndone() {
        try (Office later = Office.open(
                TestDatabase.fresh(),
                new TestDirectory(),
                new MovableClock(Instant.parse("2026-05-04T09:00:00Z")),
                Period.ZERO)) {
            Note note = Note.completionBy("KG");
            later.receivesSigned(note, "KG", MON_2026_03_02);
            later.receivesSigned(Note.completionBy("BY"), "BY", MON_2026_03_02);
            later.receivesSigned(Note.completionBy("KZ"), "KZ", MON_2026_03_02);
            long revocation = later.receivesSigned(
                    Note.of("KG", "revocation").with("refersTo", Map.of("party", "KG", "reference", note.reference())),
                    "KG",
                    Instant.parse("2026-03-30T09:00:00Z"));
            later.examines();
            later.bean(FallingDue.class).announce();
            assertThat(later.kinds()).endsWith("entered-into-force");

            later.votes("registrar", Verdict.APPROVE, revocation, "as the minister confirms");
            later.votes("supervisor", Verdict.APPROVE, revocation, "as the minister confirms");

            assertThat(later.kinds()).endsWith("threshold-lost", "correction");
        }
    }

    private void bringIntoForce() {
        for (String party : List.of("KG", "BY", "KZ")) {
            office.receivesSigned(Note.completionBy(party), party, MON_2026_03_02);
        }
        office.examines();
    }

    private LegalPosition position() {
        return knownAt(size());
    }

    private LegalPosition knownAt(long size) {
        return office.bean(Positions.class).at(Note.AGREEMENT, size);
    }

    /** What the records alone say, without anything that was derived from them. */
    private LegalPosition fromRecords() {
        var entries = office.bean(RegisterReader.class).entries(0, 1_000).entries();
        List<io.depository.treaty.Determination> determined = entries.stream()
                .flatMap(entry -> RecordReader.determination(entry.record()).stream())
                .map(RecordReader.RegisteredDetermination::determination)
                .toList();
        assertThat(office.bean(DeterminationStore.class).list(Note.AGREEMENT, size()))
                .isEqualTo(determined);
        return LegalPosition.of(
                position().agreement(),
                entries.stream()
                        .flatMap(entry -> RecordReader.fact(entry.record()).stream())
                        .map(RecordReader.RegisteredFact::fact)
                        .toList(),
                determined);
    }

    private long size() {
        return office.bean(RegisterReader.class).size();
    }

    private JsonNode record(long index) {
        return JSON.readTree(office.bean(RegisterReader.class)
                .entries(index, 1)
                .entries()
                .get(0)
                .record());
    }

    private static void assertConflict(Conflict.Code code, Runnable determination) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(determination::run)
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }
}
