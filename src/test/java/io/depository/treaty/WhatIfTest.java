package io.depository.treaty;

import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.state;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would follow from supposed acts, beside what follows today. */
class WhatIfTest {

    private static final LegalPosition TWO_OF_THREE = Seed.position(
            completionBy("KG").on(Days.MON_2026_02_02).reference("KG-1"),
            completionBy("KZ").on(Days.TUE_2026_02_03).reference("KZ-1"));

    private static final LegalPosition IN_FORCE_ON_4_APRIL = Seed.position(
            completionBy("KG").on(Days.MON_2026_02_02).reference("KG-1"),
            completionBy("KZ").on(Days.TUE_2026_02_03).reference("KZ-1"),
            completionBy("BY").on(Days.THU_2026_03_05).reference("BY-1"));

    static Stream<Arguments> suppositions() {
        return Stream.of(
                Arguments.of(
                        "the third completion",
                        TWO_OF_THREE,
                        completionBy("BY").on(Days.THU_2026_03_05),
                        List.of(
                                "new consent-counted BY null 2026-03-05",
                                "new threshold-reached null null 2026-03-05",
                                "new entry-into-force null null 2026-04-04",
                                "new entry-into-force-for-party BY null 2026-04-04",
                                "moved entry-into-force-for-party KG null 2026-04-04",
                                "moved entry-into-force-for-party KZ null 2026-04-04")),
                Arguments.of(
                        "an accession before entry into force",
                        TWO_OF_THREE,
                        accessionBy("MD").on(Days.THU_2026_03_05),
                        List.of("new entry-into-force-for-party MD null null")),
                Arguments.of(
                        "a consent received earlier than the third",
                        IN_FORCE_ON_4_APRIL,
                        completionBy("UZ").on(Days.WED_2026_02_04),
                        List.of(
                                "new consent-counted UZ null 2026-02-04",
                                "moved threshold-reached null 2026-03-05 2026-02-04",
                                "moved entry-into-force null 2026-04-04 2026-03-06",
                                "moved entry-into-force-for-party KG 2026-04-04 2026-03-06",
                                "moved entry-into-force-for-party KZ 2026-04-04 2026-03-06",
                                "new entry-into-force-for-party UZ null 2026-03-06")),
                Arguments.of(
                        "the revocation of a consent",
                        IN_FORCE_ON_4_APRIL,
                        revocationBy("BY", "BY-1").on(Days.FRI_2026_03_20),
                        List.of(
                                "gone consent-counted BY 2026-03-05 null",
                                "new consent-withdrawn BY null 2026-03-20",
                                "gone threshold-reached null 2026-03-05 null",
                                "new threshold-lost null null 2026-03-20",
                                "gone entry-into-force null 2026-04-04 null",
                                "gone entry-into-force-for-party BY 2026-04-04 null",
                                "moved entry-into-force-for-party KG 2026-04-04 null",
                                "moved entry-into-force-for-party KZ 2026-04-04 null")),
                Arguments.of(
                        "a withdrawal",
                        IN_FORCE_ON_4_APRIL,
                        withdrawalBy("KG").on(Days.MON_2026_08_31),
                        List.of("new withdrawal-effective KG null 2027-02-28")),
                Arguments.of(
                        "what is refused",
                        IN_FORCE_ON_4_APRIL,
                        completionBy("KG").on(Days.FRI_2026_03_20),
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suppositions")
    void saysWhichDaysWouldBeOthers(String what, LegalPosition known, Seed.Note supposed, List<String> changes) {
        WhatIf whatIf = suppose(known, Days.TUE_2026_03_10, supposed);
        assertThat(whatIf.changes().stream().map(WhatIfTest::inOneLine)).containsExactlyElementsOf(changes);
    }

    @Test
    void showsBothSidesWithWhatIsMissingAndWhenAtTheEarliest() {
        WhatIf whatIf =
                suppose(TWO_OF_THREE, Days.MON_2026_03_02, completionBy("BY").on(Days.THU_2026_03_05));

        assertThat(whatIf.today().asOf()).isEqualTo(Days.MON_2026_03_02);
        assertThat(whatIf.today().entryIntoForce()).isEmpty();
        assertThat(whatIf.today().outlook().missing()).extracting(Bilingual::en).containsExactly("1 more notification");
        assertThat(whatIf.today().outlook().earliest()).isEqualTo(Days.WED_2026_04_01);
        assertThat(whatIf.today().standings().get(state("BY")).standing()).isEqualTo(Standing.SIGNATORY);

        assertThat(whatIf.then().asOf()).isEqualTo(Days.THU_2026_03_05);
        assertThat(whatIf.then().entryIntoForce()).contains(Days.SAT_2026_04_04);
        assertThat(whatIf.then().outlook().missing()).isEmpty();
        assertThat(whatIf.then().outlook().earliest()).isEqualTo(Days.SAT_2026_04_04);
        assertThat(whatIf.then().standings().get(state("BY")).standing()).isEqualTo(Standing.CONTRACTING);
        assertThat(whatIf.then().waitingFor().en())
                .startsWith("Waits for its entry into force on Saturday 4 April 2026");
    }

    @Test
    void givesTheReasonWhereTheLawRefusesWhatIsSupposed() {
        WhatIf whatIf = suppose(
                IN_FORCE_ON_4_APRIL,
                Days.TUE_2026_03_10,
                accessionBy("KG").on(Days.FRI_2026_03_20),
                accessionBy("DE").on(Days.FRI_2026_03_20),
                completionBy("UZ").on(Days.FRI_2026_03_20),
                completionBy("UZ").on(Days.FRI_2026_03_20).at(11, 0));
        assertThat(whatIf.supposed().stream()
                        .map(examined ->
                                examined.refusals().stream().map(Refusal::kind).toList()))
                .containsExactly(
                        List.of(Refusal.Kind.ACT_NOT_ALLOWED, Refusal.Kind.ALREADY_DONE),
                        List.of(Refusal.Kind.NOT_ENTITLED),
                        List.of(),
                        List.of(Refusal.Kind.ALREADY_DONE));
    }

    @Test
    void leavesOutWhatWasReceivedAfterTheDayAskedAbout() {
        WhatIf whatIf = suppose(
                IN_FORCE_ON_4_APRIL, Days.MON_2026_03_02, completionBy("UZ").on(Days.FRI_2026_03_06));
        assertThat(whatIf.today().entryIntoForce()).isEmpty();
        assertThat(whatIf.then().entryIntoForce()).contains(Days.SUN_2026_04_05);
    }

    @Test
    void supposesNothing() {
        LocalDate day = Days.TUE_2026_03_10;
        WhatIf whatIf = suppose(IN_FORCE_ON_4_APRIL, day);
        assertThat(whatIf.changes()).isEmpty();
        assertThat(whatIf.then().asOf()).isEqualTo(day);
        assertThat(whatIf.then().standings()).isEqualTo(whatIf.today().standings());
    }

    private static WhatIf suppose(LegalPosition known, LocalDate asOf, Seed.Note... supposed) {
        return WhatIf.of(
                known, Arrays.stream(supposed).map(Seed.Note::considered).toList(), asOf);
    }

    private static String inOneLine(WhatIf.Change change) {
        Effect today = change.today();
        Effect then = change.then();
        return change.what().wireName() + " " + change.latest().kind().wireName() + " "
                + change.latest().party() + " " + (today == null ? null : today.on()) + " "
                + (then == null ? null : then.on());
    }
}
