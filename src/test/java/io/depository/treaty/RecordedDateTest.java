package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is recorded beats what is computed, and both are kept. */
class RecordedDateTest {

    private static final Bilingual REASON = new Bilingual("так записал депозитарий", "so the depositary recorded it");

    private final LegalPosition three = position(
            completionBy("AM").on(MON_2026_02_02),
            completionBy("BY").on(TUE_2026_03_03),
            completionBy("KG").on(THU_2026_03_05));

    @Test
    void replacesTheGeneralDayForAllThatBroughtItAbout() {
        LegalPosition recorded = three.with(general(SUN_2026_04_05));

        assertThat(recorded.entryIntoForce()).contains(SUN_2026_04_05);
        assertThat(recorded.boundSince(state("AM"))).contains(SUN_2026_04_05);
        Effect effect = Objects.requireNonNull(Seed.effectOf(recorded, ENTRY_INTO_FORCE, null));
        assertThat(effect.on()).isEqualTo(SUN_2026_04_05);
        assertThat(effect.computed()).isEqualTo(SAT_2026_04_04);
    }

    @Test
    void replacesTheDayOfOneStateAlone() {
        LegalPosition recorded =
                three.with(new RecordedDate(9, ENTRY_INTO_FORCE_FOR_PARTY, 2, SUN_2026_04_05, REASON, "staff"));

        assertThat(recorded.boundSince(state("BY"))).contains(SUN_2026_04_05);
        assertThat(recorded.boundSince(state("AM"))).contains(SAT_2026_04_04);
        assertThat(recorded.entryIntoForce()).contains(SAT_2026_04_04);
    }

    @Test
    void countsTheLaterOfTwoEntries() {
        LegalPosition recorded = three.with(general(SUN_2026_04_05, 10)).with(general(THU_2026_04_02, 9));

        assertThat(recorded.entryIntoForce()).contains(SUN_2026_04_05);
        assertThat(recorded.determinations()).hasSize(2);
    }

    /**
     * A register that begins in the middle of a treaty's life knows too few of the first consents, and takes a later one
     * for the third: the recorded day was before it, so its own period counts (VCLT 24(3)).
     */
    @Test
    void leavesAConsentReceivedAfterTheRecordedGeneralDayItsOwnPeriod() {
        LegalPosition recorded = three.with(general(MON_2026_03_02));

        assertThat(recorded.boundSince(state("AM"))).contains(MON_2026_03_02);
        assertThat(recorded.boundSince(state("BY"))).contains(THU_2026_04_02);
        assertThat(recorded.boundSince(state("KG"))).contains(SAT_2026_04_04);
        Effect effect = Objects.requireNonNull(Seed.effectOf(recorded, ENTRY_INTO_FORCE_FOR_PARTY, "BY"));
        assertThat(effect.because().en()).contains("Tuesday 3 March 2026 (entry 2) + 30 days = Thursday 2 April 2026");
    }

    @Test
    void isOnlyOfWhatHasADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedDate(9, EffectKind.CONSENT_COUNTED, 2, SUN_2026_04_05, REASON, "staff"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedDate(9, ENTRY_INTO_FORCE, 2, SUN_2026_04_05, REASON, "staff"));
    }

    private static RecordedDate general(LocalDate on) {
        return general(on, 9);
    }

    private static RecordedDate general(LocalDate on, long entry) {
        return new RecordedDate(entry, ENTRY_INTO_FORCE, RecordedDate.GENERAL, on, REASON, "staff");
    }
}
