package io.depository.treaty;

import static io.depository.treaty.Days.THU_2026_03_05;
import static io.depository.treaty.Days.TUE_2026_03_03;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.EffectKind.WITHDRAWAL_EFFECTIVE;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.effectOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the depository records beats what is computed, and both are kept. */
class DeterminationTest {

    private static final Bilingual REASON = new Bilingual("по сообщению депозитария", "as the depositary told");
    private static final LocalDate SAT_2026_04_04 = LocalDate.of(2026, 4, 4);
    private static final LocalDate SUN_2026_04_05 = LocalDate.of(2026, 4, 5);
    private static final LocalDate MON_2026_04_06 = LocalDate.of(2026, 4, 6);

    private static final LegalPosition THREE = Seed.position(
            completionBy("AM").on(LocalDate.of(2026, 2, 2)),
            completionBy("BY").on(TUE_2026_03_03),
            completionBy("KZ").on(THU_2026_03_05),
            completionBy("KG").on(LocalDate.of(2026, 3, 6)));

    @Test
    void recordsAnotherDayForAll() {
        Consequences consequences = Law.determine(THREE, general(SUN_2026_04_05));

        LegalPosition after = consequences.after();
        assertThat(after.entryIntoForce()).contains(SUN_2026_04_05);
        assertThat(after.boundSince(Seed.state("AM"))).contains(SUN_2026_04_05);
        assertThat(after.boundSince(Seed.state("KG"))).contains(SUN_2026_04_05);
        Effect effect = Objects.requireNonNull(effectOf(after, ENTRY_INTO_FORCE, null));
        assertThat(effect.computed()).isEqualTo(SAT_2026_04_04);
        assertThat(effect.alternative()).isNull();
        assertThat(effect.because().en())
                .startsWith("The depositary recorded Sunday 5 April 2026 (entry 9, registrar): as the depositary told.")
                .contains(
                        "Saturday 4 April 2026 follows: the recorded day is 1 day later, as by the other way of counting.")
                .endsWith("Article 12: third notification received Thursday 5 March 2026 (entry 3) + 30 days = Saturday"
                        + " 4 April 2026; counted: entries 1, 2, 3");
        assertThat(effect.because().ru()).contains("записанный день на 1 день позже, как при другом способе счета");
        assertThat(consequences.moved())
                .extracting(Effect::kind)
                .contains(ENTRY_INTO_FORCE, ENTRY_INTO_FORCE_FOR_PARTY);
    }

    @Test
    void recordsAnotherDayForOneState() {
        LegalPosition after = THREE.with(
                new RecordedDate(9, ENTRY_INTO_FORCE_FOR_PARTY, 4, LocalDate.of(2026, 4, 20), REASON, "registrar"));

        assertThat(after.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(after.boundSince(Seed.state("KG"))).contains(LocalDate.of(2026, 4, 20));
        assertThat(after.boundSince(Seed.state("AM"))).contains(SAT_2026_04_04);
        assertThat(effectOf(after, ENTRY_INTO_FORCE_FOR_PARTY, "KG").because().en())
                .contains("the recorded day is 15 days later.");
    }

    @Test
    void putsTheLaterEntryFirst() {
        LegalPosition after = THREE.with(general(MON_2026_04_06))
                .with(new RecordedDate(8, ENTRY_INTO_FORCE, RecordedDate.GENERAL, SUN_2026_04_05, REASON, "registrar"));

        assertThat(after.entryIntoForce()).contains(MON_2026_04_06);
        assertThat(after.determinations()).hasSize(2);
    }

    @Test
    void saysSoWhereTheSameDayFollows() {
        LegalPosition after = THREE.with(general(SAT_2026_04_04));

        assertThat(effectOf(after, ENTRY_INTO_FORCE, null).because().en())
                .contains("By the agreement the same day follows.");
    }

    @Test
    void fixesEntryIntoForceFromTheRecordedDayOn() {
        LegalPosition recorded = THREE.with(general(MON_2026_04_06));
        LegalPosition revoked = recorded.with(Seed.revocationBy("AM", "completion-of-procedures/2026-02-02")
                .on(SUN_2026_04_05)
                .asEntry(10));

        assertThat(revoked.chronicle().lost()).isNull();
        assertThat(revoked.entryIntoForce()).contains(MON_2026_04_06);
        assertThat(effectOf(revoked, EffectKind.CONSENT_WITHDRAWN, "AM")).isNotNull();
    }

    @Test
    void recordsAnotherDayOfAWithdrawal() {
        LegalPosition leaving =
                THREE.with(Seed.withdrawalBy("AM").on(LocalDate.of(2026, 8, 31)).asEntry(5));
        LegalPosition after = leaving.with(
                new RecordedDate(6, WITHDRAWAL_EFFECTIVE, 5, LocalDate.of(2027, 3, 31), REASON, "registrar"));

        assertThat(dayOf(leaving, WITHDRAWAL_EFFECTIVE, "AM")).contains(LocalDate.of(2027, 2, 28));
        assertThat(dayOf(after, WITHDRAWAL_EFFECTIVE, "AM")).contains(LocalDate.of(2027, 3, 31));
        assertThat(after.standingOf(Seed.state("AM"), LocalDate.of(2027, 3, 30)).standing())
                .isEqualTo(Standing.WITHDRAWING);
        assertThat(after.standingOf(Seed.state("AM"), LocalDate.of(2027, 3, 31)).standing())
                .isEqualTo(Standing.FORMER);
    }

    @Test
    void settlesADoubtfulSignatureEitherWay() {
        PartyCode russia = Seed.state("RU");
        LegalPosition none = LegalPosition.of(Seed.AGREEMENT, List.of());
        LegalPosition signed = none.with(new SettledSignature(3, russia, true, REASON, "registrar"));
        LegalPosition notSigned = none.with(new SettledSignature(3, russia, false, REASON, "registrar"));
        LegalFact consent = completionBy("RU").on(THU_2026_03_05).considered();
        LegalFact accession = Seed.accessionBy("RU").on(THU_2026_03_05).considered();

        assertThat(Law.holdReason(none, consent, false)).isPresent();
        assertThat(Law.holdReason(signed, consent, false)).isEmpty();
        assertThat(Law.refusals(signed, consent)).isEmpty();
        assertThat(Law.refusals(signed, accession)).isNotEmpty();
        assertThat(signed.standingOf(russia, THU_2026_03_05).standing()).isEqualTo(Standing.SIGNATORY);
        assertThat(Law.holdReason(notSigned, accession, false)).isEmpty();
        assertThat(Law.refusals(notSigned, consent)).isNotEmpty();
        assertThat(Law.refusals(notSigned, accession)).isEmpty();
        assertThat(notSigned.standingOf(russia, THU_2026_03_05).doubtful()).isFalse();
    }

    @Test
    void datesOnlyWhatHasADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RecordedDate(1, EffectKind.CONSENT_COUNTED, 2, SAT_2026_04_04, REASON, "registrar"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedDate(1, ENTRY_INTO_FORCE, 2, SAT_2026_04_04, REASON, "registrar"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedDate(
                        1, ENTRY_INTO_FORCE_FOR_PARTY, RecordedDate.GENERAL, SAT_2026_04_04, REASON, "registrar"));
    }

    private static RecordedDate general(LocalDate on) {
        return new RecordedDate(9, ENTRY_INTO_FORCE, RecordedDate.GENERAL, on, REASON, "registrar");
    }
}
