package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.signatureSettledOf;
import static io.depository.treaty.Seed.state;
import static io.depository.treaty.Seed.withdrawalBy;
import static io.depository.treaty.Standing.CONTRACTING;
import static io.depository.treaty.Standing.ENTITLED;
import static io.depository.treaty.Standing.FORMER;
import static io.depository.treaty.Standing.PARTY;
import static io.depository.treaty.Standing.SIGNATORY;
import static io.depository.treaty.Standing.WITHDRAWING;
import static io.depository.treaty.StandingChange.BOUND;
import static io.depository.treaty.StandingChange.BOUND_ANYWAY;
import static io.depository.treaty.StandingChange.CONSENTED;
import static io.depository.treaty.StandingChange.CONSENT_REVOKED;
import static io.depository.treaty.StandingChange.RELEASED;
import static io.depository.treaty.StandingChange.SIGNED;
import static io.depository.treaty.StandingChange.TERMINATED;
import static io.depository.treaty.StandingChange.WITHDRAWAL_REVOKED;
import static io.depository.treaty.StandingChange.WITHDREW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Map<Standing, Map<StandingChange, Standing>> ALLOWED = new EnumMap<>(Map.of(
            ENTITLED, Map.of(SIGNED, SIGNATORY, CONSENTED, CONTRACTING, BOUND_ANYWAY, PARTY),
            SIGNATORY, Map.of(CONSENTED, CONTRACTING, BOUND_ANYWAY, PARTY),
            CONTRACTING, Map.of(BOUND, PARTY, CONSENT_REVOKED, SIGNATORY),
            PARTY, Map.of(WITHDREW, WITHDRAWING, TERMINATED, FORMER),
            WITHDRAWING, Map.of(WITHDRAWAL_REVOKED, PARTY, RELEASED, FORMER, TERMINATED, FORMER),
            FORMER, Map.of(CONSENTED, CONTRACTING)));

    private final LegalPosition life = Seed.position(
            completionBy("AM").on(MON_2026_02_02),
            completionBy("BY").on(TUE_2026_03_03),
            completionBy("KG").on(THU_2026_03_05),
            completionBy("KZ").on(FRI_2026_03_06).reference("KZ-1"),
            revocationBy("KZ", "KZ-1").on(TUE_2026_03_10),
            accessionBy("MD").on(SAT_2026_03_07),
            withdrawalBy("AM").on(MON_2026_08_31),
            withdrawalBy("BY").on(MON_2026_08_31).reference("BY-W"),
            revocationBy("BY", "BY-W").on(TUE_2026_09_01),
            accessionBy("AM").on(THU_2027_07_01));

    @Test
    void changesAsTheTableSaysAndInNoOtherWay() {
        for (Standing standing : Standing.values()) {
            for (StandingChange change : StandingChange.values()) {
                Standing expected = ALLOWED.getOrDefault(standing, Map.of()).get(change);
                if (expected == null) {
                    assertThatIllegalStateException().isThrownBy(() -> change.from(standing, SIGNATORY));
                } else {
                    assertThat(change.from(standing, SIGNATORY)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void ofAPartyThatLeavesAndJoinsAgain() {
        assertStanding("AM", THU_2025_06_05.minusDays(1), ENTITLED, null, THU_2025_06_05);
        assertStanding("AM", THU_2025_06_05, SIGNATORY, THU_2025_06_05, MON_2026_02_02);
        assertStanding("AM", MON_2026_02_02, CONTRACTING, MON_2026_02_02, SAT_2026_04_04);
        assertStanding("AM", FRI_2026_04_03, CONTRACTING, MON_2026_02_02, SAT_2026_04_04);
        assertStanding("AM", SAT_2026_04_04, PARTY, SAT_2026_04_04, MON_2026_08_31);
        assertStanding("AM", MON_2026_08_31, WITHDRAWING, MON_2026_08_31, SUN_2027_02_28);
        assertStanding("AM", SAT_2027_02_27, WITHDRAWING, MON_2026_08_31, SUN_2027_02_28);
        assertStanding("AM", SUN_2027_02_28, FORMER, SUN_2027_02_28, THU_2027_07_01);
        assertStanding("AM", THU_2027_07_01, CONTRACTING, THU_2027_07_01, SAT_2027_07_31);
        assertStanding("AM", SAT_2027_07_31, PARTY, SAT_2027_07_31, null);
    }

    @Test
    void ofAPartyThatStaysAfterAll() {
        assertStanding("BY", MON_2026_08_31, WITHDRAWING, MON_2026_08_31, TUE_2026_09_01);
        assertStanding("BY", TUE_2026_09_01, PARTY, TUE_2026_09_01, null);
    }

    @Test
    void ofASignatoryThatTakesItsConsentBack() {
        assertStanding("KZ", FRI_2026_03_06, CONTRACTING, FRI_2026_03_06, TUE_2026_03_10);
        assertStanding("KZ", TUE_2026_03_10, SIGNATORY, TUE_2026_03_10, null);
    }

    @Test
    void ofAStateThatAccedes() {
        assertStanding("MD", FRI_2026_03_06, ENTITLED, null, SAT_2026_03_07);
        assertStanding("MD", SAT_2026_03_07, CONTRACTING, SAT_2026_03_07, MON_2026_04_06);
        assertStanding("MD", MON_2026_04_06, PARTY, MON_2026_04_06, null);
    }

    @Test
    void ofOthers() {
        assertStanding("TJ", THU_2026_03_05, SIGNATORY, THU_2025_06_05, null);
        assertStanding("UA", THU_2026_03_05, ENTITLED, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life.standingOf(state("DE"), THU_2026_03_05))
                .withMessageContaining("DE");
    }

    @Test
    void ofAContractingStateBeforeTheThresholdHasNoEnd() {
        LegalPosition one = Seed.position(completionBy("AM").on(MON_2026_02_02));

        assertThat(one.standingOf(state("AM"), SAT_2027_07_31))
                .isEqualTo(new StandingOf(CONTRACTING, MON_2026_02_02, null, false));
    }

    @Test
    void ofADoubtfulSignatoryUntilStaffSettleIt() {
        assertThat(Seed.position().standingOf(state("RU"), THU_2026_03_05))
                .isEqualTo(new StandingOf(ENTITLED, null, null, true));
        LegalPosition settled = Seed.position(signatureSettledOf("RU").on(FRI_2026_03_20));
        assertThat(settled.standingOf(state("RU"), THU_2026_03_05))
                .isEqualTo(new StandingOf(SIGNATORY, THU_2025_06_05, null, false));
    }

    private void assertStanding(
            String party, LocalDate on, Standing standing, @Nullable LocalDate since, @Nullable LocalDate until) {
        assertThat(life.standingOf(state(party), on)).isEqualTo(new StandingOf(standing, since, until, false));
    }
}
