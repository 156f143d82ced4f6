package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.state;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VCLT 78(b): what is decided late counts from its receipt, and may move a day that was told. */
class LateDecisionsTest {

    private final LegalPosition three = position(
            completionBy("AM").on(MON_2026_02_02).reference("AM-1"),
            completionBy("BY").on(TUE_2026_03_03).reference("BY-1"),
            completionBy("KG").on(FRI_2026_03_20).reference("KG-1"));

    @Test
    void aCompletionReceivedEarlierMovesEntryIntoForce() {
        Consequences consequences =
                Law.follow(three, completionBy("KZ").on(THU_2026_03_05).asEntry(4));

        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(said(consequences.moved()))
                .containsExactly(
                        "threshold-reached null 2026-03-20",
                        "entry-into-force null 2026-04-19",
                        "entry-into-force-for-party AM 2026-04-19",
                        "entry-into-force-for-party BY 2026-04-19");
        assertThat(said(consequences.effects()))
                .containsExactly(
                        "consent-counted KZ 2026-03-05",
                        "threshold-reached null 2026-03-05",
                        "entry-into-force null 2026-04-04",
                        "entry-into-force-for-party AM 2026-04-04",
                        "entry-into-force-for-party BY 2026-04-04",
                        "entry-into-force-for-party KZ 2026-04-04");
        assertThat(consequences.after().boundSince(state("KG"))).contains(SUN_2026_04_19);
    }

    @Test
    void aRevocationReceivedInTimeUndoesAnEntryIntoForceThatWasTold() {
        Consequences consequences =
                Law.follow(three, revocationBy("BY", "BY-1").on(FRI_2026_04_03).asEntry(4));

        assertThat(consequences.thresholdLost()).isTrue();
        assertThat(consequences.after().entryIntoForce()).isEmpty();
    }

    /** The fourth came after the revocation that was decided last, so the threshold was reached only then. */
    @Test
    void aRevocationReceivedBeforeTheFourthMovesEntryIntoForceBehindTheFourth() {
        LegalPosition four = Law.follow(
                        three, completionBy("KZ").on(FRI_2026_04_10).asEntry(4))
                .after();

        Consequences consequences =
                Law.follow(four, revocationBy("BY", "BY-1").on(FRI_2026_04_03).asEntry(5));

        assertThat(consequences.thresholdLost()).isFalse();
        assertThat(dayOf(consequences.after(), ENTRY_INTO_FORCE, null)).contains(FRI_2026_04_10.plusDays(30));
        assertThat(said(consequences.moved()))
                .containsExactly(
                        "threshold-reached null 2026-03-20",
                        "entry-into-force null 2026-04-19",
                        "entry-into-force-for-party AM 2026-04-19",
                        "entry-into-force-for-party KG 2026-04-19");
    }

    /** A state's own earlier note moves its own day too, which was told. */
    @Test
    void anEarlierNoteOfTheSameStateMovesItsDay() {
        LegalPosition four = Law.follow(
                        three,
                        completionBy("KZ").on(MON_2026_05_04).reference("KZ-2").asEntry(4))
                .after();

        Consequences consequences = Law.follow(
                four, completionBy("KZ").on(FRI_2026_04_10).reference("KZ-1").asEntry(5));

        assertThat(consequences.after().boundSince(state("KZ"))).contains(FRI_2026_04_10.plusDays(30));
        assertThat(said(consequences.moved()))
                .containsExactly("consent-counted KZ 2026-05-04", "entry-into-force-for-party KZ 2026-06-03");
    }

    /** Both notes gave the consent, so the revocation of the one takes it back as a whole. */
    @Test
    void aRevocationOfTheLaterNoteStillTakesTheConsentBack() {
        LegalPosition position = position(
                completionBy("KZ").on(FRI_2026_03_06).reference("KZ-2"),
                revocationBy("KZ", "KZ-2").on(FRI_2026_03_20),
                completionBy("KZ").on(THU_2026_03_05).reference("KZ-1"));

        assertThat(position.counted()).isZero();
        assertThat(position.standingOf(state("KZ"), FRI_2026_03_20).standing()).isEqualTo(Standing.SIGNATORY);
    }

    /** The third arrived so early that the revocation had come too late, though nobody could know it then. */
    @Test
    void aRevocationMayTurnOutTooLate() {
        LegalPosition lost = position(
                completionBy("AM").on(MON_2026_02_02).reference("AM-1"),
                completionBy("BY").on(TUE_2026_02_03).reference("BY-1"),
                revocationBy("BY", "BY-1").on(FRI_2026_04_10));

        Consequences consequences =
                Law.follow(lost, completionBy("KZ").on(THU_2026_03_05).asEntry(4));

        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(consequences.after().boundSince(state("BY"))).contains(SAT_2026_04_04);
        assertThat(said(consequences.moved())).containsExactly("consent-withdrawn BY 2026-04-10");
    }

    @Test
    void aWithdrawalCountsFromItsReceipt() {
        LegalPosition after = Law.follow(
                        three, withdrawalBy("AM").on(MON_2026_08_31).asEntry(9))
                .after();

        assertThat(dayOf(after, EffectKind.WITHDRAWAL_EFFECTIVE, "AM")).contains(SUN_2027_02_28);
    }

    /**
     * Received in time, a revocation undoes by its nature what was told; but once the day of entry into force, Sunday 19
     * April, has come before it is registered, that the agreement had entered into force was told, and is corrected.
     */
    @ParameterizedTest
    @CsvSource({"2026-04-18, false", "2026-04-19, true", "2026-04-20, true"})
    void aRevocationCorrectsADayThatHadCome(LocalDate registeredOn, boolean corrects) {
        Consequences consequences = Law.follow(
                three, revocationBy("BY", "BY-1").on(FRI_2026_04_03).asEntry(4).noticedOn(registeredOn));

        assertThat(consequences.thresholdLost()).isTrue();
        assertThat(said(consequences.moved()))
                .containsExactlyElementsOf(
                        corrects
                                ? List.of(
                                        "entry-into-force null 2026-04-19",
                                        "entry-into-force-for-party AM 2026-04-19",
                                        "entry-into-force-for-party BY 2026-04-19",
                                        "entry-into-force-for-party KG 2026-04-19")
                                : List.of());
    }

    /** The notice of Monday 31 August takes effect on Sunday 28 February 2027. */
    @ParameterizedTest
    @CsvSource({"2027-02-27, false", "2027-02-28, true"})
    void aRevocationOfAWithdrawalCorrectsADayThatHadCome(LocalDate registeredOn, boolean corrects) {
        LegalPosition leaving = Law.follow(
                        three,
                        withdrawalBy("AM").on(MON_2026_08_31).reference("AM-W").asEntry(4))
                .after();

        Consequences consequences = Law.follow(
                leaving,
                revocationBy("AM", "AM-W").on(SAT_2027_02_27).asEntry(5).noticedOn(registeredOn));

        assertThat(said(consequences.moved()))
                .containsExactlyElementsOf(corrects ? List.of("withdrawal-effective AM 2027-02-28") : List.of());
    }

    /** A former party that accedes corrects nothing of its first time, whatever others did after it. */
    @Test
    void aSecondTimeIsNoCorrectionOfTheFirst() {
        LegalPosition left = position(
                completionBy("AM").on(MON_2026_02_02),
                completionBy("BY").on(TUE_2026_03_03),
                completionBy("KG").on(THU_2026_03_05),
                withdrawalBy("AM").on(MON_2026_08_31),
                completionBy("KZ").on(SAT_2027_07_31));

        Consequences consequences =
                Law.follow(left, accessionBy("AM").on(THU_2027_07_01).asEntry(6));

        assertThat(consequences.after().boundSince(state("AM"))).contains(SAT_2027_07_31);
        assertThat(consequences.moved()).isEmpty();
    }

    @Test
    void theThresholdIsReachedOnce() {
        LegalPosition two = position(
                completionBy("AM").on(MON_2026_02_02), completionBy("BY").on(TUE_2026_03_03));
        Consequences third =
                Law.follow(two, completionBy("KG").on(THU_2026_03_05).asEntry(3));
        Consequences fourth =
                Law.follow(third.after(), completionBy("KZ").on(FRI_2026_03_06).asEntry(4));

        assertThat(third.thresholdReached()).isTrue();
        assertThat(fourth.thresholdReached()).isFalse();
    }

    /** RU's signature is in doubt; that it did not sign, its consent has never counted, and what was told of it is corrected. */
    @Test
    void aSettledDoubtTellsWhatIsOtherwiseNowAndNothingElse() {
        LegalPosition doubtful = position(
                completionBy("AM").on(MON_2026_02_02),
                completionBy("RU").on(TUE_2026_02_03),
                completionBy("BY").on(TUE_2026_03_03),
                completionBy("KG").on(THU_2026_03_05));

        Consequences consequences = Law.determine(
                doubtful, new SettledSignature(5, state("RU"), false, new Bilingual("нет", "no"), "registrar"));

        assertThat(said(consequences.moved()))
                .containsExactly(
                        "consent-counted RU 2026-02-03",
                        "threshold-reached null 2026-03-03",
                        "entry-into-force null 2026-04-02",
                        "entry-into-force-for-party AM 2026-04-02",
                        "entry-into-force-for-party BY 2026-04-02",
                        "entry-into-force-for-party RU 2026-04-02");
        assertThat(said(consequences.effects()))
                .containsExactly(
                        "threshold-reached null 2026-03-05",
                        "entry-into-force null 2026-04-04",
                        "entry-into-force-for-party AM 2026-04-04",
                        "entry-into-force-for-party BY 2026-04-04");
        assertThat(consequences.after().boundSince(state("KG"))).contains(SAT_2026_04_04);
    }

    private static List<String> said(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect.kind().wireName() + " " + effect.party() + " " + effect.on())
                .toList();
    }
}
