package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {

    private final Seed.Note[] notes = {
        completionBy("AM").on(MON_2026_02_02).reference("AM-1"),
        accessionBy("MD").on(MON_2026_03_02),
        completionBy("BY").on(TUE_2026_03_03),
        completionBy("KG").on(THU_2026_03_05),
        completionBy("KZ").on(FRI_2026_03_06),
        withdrawalBy("KG").on(MON_2026_08_31)
    };

    @Test
    void fallOnTheirDays() {
        assertThat(said(Duties.of(position(notes))))
                .containsExactly(
                        "entry-into-force-due null 2026-03-28 for 2026-04-04 by 4: null AM BY KG MD",
                        "entry-into-force-due KZ 2026-03-29 for 2026-04-05 by 5: KZ",
                        "entered-into-force null 2026-04-04 for 2026-04-04 by 4: null AM BY KG MD",
                        "entered-into-force-for-party KZ 2026-04-05 for 2026-04-05 by 5: KZ",
                        "withdrawal-effective KG 2027-02-28 for 2027-02-28 by 6: KG");
    }

    @Test
    void areNoneBelowTheThreshold() {
        assertThat(Duties.of(position(notes[0], notes[1], notes[2]))).isEmpty();
    }

    @Test
    void endWithTheThreshold() {
        assertThat(Duties.of(position(
                        notes[0],
                        notes[1],
                        notes[2],
                        notes[3],
                        revocationBy("AM", "AM-1").on(FRI_2026_03_20))))
                .isEmpty();
    }

    /** AM, BY, KG and MD are bound on the general day; KZ a day later, and told of apart anyway. */
    @ParameterizedTest
    @CsvSource({"AM BY KG MD, ''", "AM BY KG, MD", "BY MD KZ, AM KG", "'', AM BY KG MD"})
    void tellApartWhoWasNotNamedOnTheGeneralDay(String named, String told) {
        Set<PartyCode> states = named.isEmpty()
                ? Set.of()
                : Stream.of(named.split(" ")).map(PartyCode::new).collect(Collectors.toSet());

        assertThat(said(Duties.ofLatecomers(position(notes), states)))
                .containsExactlyElementsOf(Stream.of(told.split(" "))
                        .filter(state -> !state.isEmpty())
                        .map(state -> "entered-into-force-for-party " + state + " 2026-04-04 for 2026-04-04 by "
                                + Map.of("AM", 1, "MD", 2, "BY", 3, "KG", 4).get(state) + ": " + state)
                        .toList());
    }

    @Test
    void tellNobodyApartBelowTheThreshold() {
        assertThat(Duties.ofLatecomers(position(notes[0], notes[1]), Set.of())).isEmpty();
    }

    private static List<String> said(List<Duty> duties) {
        return duties.stream()
                .map(duty ->
                        duty.kind() + " " + duty.party() + " " + duty.fallsOn() + " for " + duty.effectOn() + " by "
                                + duty.entry() + ": "
                                + duty.effects().stream()
                                        .map(effect -> String.valueOf(effect.party()))
                                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
