package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.EffectKind.WITHDRAWAL_EFFECTIVE;
import static io.depository.treaty.EffectKind.WITHDRAWAL_REVOKED;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.effectOf;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.state;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Article 14: six months after the notice, clipped; revocable until the day of effect (VCLT 68). */
class WithdrawalTest {

    private final LegalPosition inForce = Seed.position(
            completionBy("AM").on(MON_2026_02_02),
            completionBy("BY").on(TUE_2026_03_03),
            completionBy("KG").on(THU_2026_03_05));
    private final LegalPosition leaving = add(inForce, notice().on(MON_2026_08_31));

    @Test
    void takesEffectSixMonthsLaterClippedToTheMonth() {
        Consequences consequences =
                Law.follow(inForce, notice().on(MON_2026_08_31).asEntry(4));

        assertThat(consequences.effects())
                .extracting(effect -> effect.kind().wireName() + " " + effect.party() + " " + effect.on())
                .containsExactly("withdrawal-effective AM 2027-02-28");
        Effect effect = consequences.effects().get(0);
        assertThat(effect.alternative()).isEqualTo(MON_2027_03_01);
        assertThat(effect.article()).isEqualTo("14");
        assertThat(effect.because().en())
                .isEqualTo(
                        "Article 14: notice of withdrawal of AM received Monday 31 August 2026 (entry 4) + 6 months ="
                                + " Sunday 28 February 2027 (the month's last day)");
        assertThat(effect.because().ru())
                .isEqualTo("Статья 14: уведомление о выходе (AM) получено в понедельник 31 августа 2026 г. (запись 4)"
                        + " + 6 месяцев = воскресенье 28 февраля 2027 г. (последний день месяца)");
        assertThat(consequences.moved()).isEmpty();
    }

    @Test
    void takesEffectOnALaterDayThatTheStateAsksFor() {
        LegalPosition later = add(inForce, notice().on(MON_2026_08_31).effectiveOn(WED_2027_06_30));

        Effect effect = Objects.requireNonNull(effectOf(later, WITHDRAWAL_EFFECTIVE, "AM"));
        assertThat(effect.on()).isEqualTo(WED_2027_06_30);
        assertThat(effect.alternative()).isNull();
        assertThat(effect.because().en()).endsWith("; the state asks for a later day: Wednesday 30 June 2027");
    }

    @Test
    void showsTheOtherConventionWhereTheDayAskedForIsTheEarliest() {
        LegalPosition earliest = add(inForce, notice().on(MON_2026_08_31).effectiveOn(SUN_2027_02_28));

        Effect effect = Objects.requireNonNull(effectOf(earliest, WITHDRAWAL_EFFECTIVE, "AM"));
        assertThat(effect.on()).isEqualTo(SUN_2027_02_28);
        assertThat(effect.alternative()).isEqualTo(MON_2027_03_01);
    }

    @Test
    void neverTakesEffectBeforeTheNoticeIsOver() {
        LegalPosition early = add(inForce, notice().on(MON_2026_08_31).effectiveOn(TUE_2026_09_01));

        assertThat(dayOf(early, WITHDRAWAL_EFFECTIVE, "AM")).contains(SUN_2027_02_28);
        assertThat(Law.earliestWithdrawal(Seed.AGREEMENT, MON_2026_08_31)).isEqualTo(SUN_2027_02_28);
    }

    @Test
    void undoesNoEntryIntoForce() {
        LegalPosition all = add(
                leaving,
                withdrawalBy("BY").on(MON_2026_08_31),
                withdrawalBy("KG").on(TUE_2026_09_01));

        assertThat(all.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(all.counted()).isEqualTo(3);
        assertThat(all.boundSince(state("BY"))).contains(SAT_2026_04_04);
        assertThat(dayOf(all, ENTRY_INTO_FORCE_FOR_PARTY, "AM")).contains(SAT_2026_04_04);
    }

    @Test
    void ofAStateNotYetBoundHasNoEffect() {
        assertThat(add(inForce, notice().on(FRI_2026_04_03)).effects()).isEqualTo(inForce.effects());
        assertThat(add(inForce, notice().on(SAT_2026_04_04)).effects()).isNotEqualTo(inForce.effects());
    }

    @Test
    void isRevokedUntilTheDayBefore() {
        LegalFact revocation = revocationBy("AM", "W-1").on(SAT_2027_02_27).asEntry(5);

        assertThat(Law.refusals(leaving, revocation)).isEmpty();
        Consequences consequences = Law.follow(leaving, revocation);

        assertThat(consequences.effects()).extracting(Effect::kind).containsExactly(WITHDRAWAL_REVOKED);
        assertThat(consequences.effects().get(0).on()).isEqualTo(SAT_2027_02_27);
        assertThat(consequences.effects().get(0).because().en())
                .isEqualTo(
                        "Article 14: notice of withdrawal of AM (entry 4) revoked by a note received Saturday"
                                + " 27 February 2027 (entry 5), before the day of its effect: Sunday 28 February 2027 (VCLT 68)");
        assertThat(consequences.moved()).isEmpty();
        assertThat(effectOf(consequences.after(), WITHDRAWAL_EFFECTIVE, "AM")).isNull();
        assertThat(consequences.after().standingOf(state("AM"), SUN_2027_02_28).standing())
                .isEqualTo(Standing.PARTY);
    }

    @Test
    void isNotRevokedOnTheDayOfEffect() {
        LegalFact late = revocationBy("AM", "W-1").on(SUN_2027_02_28).asEntry(5);

        assertThat(Law.refusals(leaving, late))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.TOO_LATE_TO_REVOKE);
        assertThat(Law.follow(leaving, late).effects()).isEmpty();
    }

    @Test
    void isGivenAgainAfterItWasRevoked() {
        LegalPosition again = add(
                leaving,
                revocationBy("AM", "W-1").on(SAT_2027_02_27),
                notice().reference("W-2").on(MON_2027_03_01));

        assertThat(dayOf(again, WITHDRAWAL_EFFECTIVE, "AM")).contains(LocalDate.of(2027, 9, 1));
        assertThat(effectOf(again, WITHDRAWAL_REVOKED, "AM")).isNull();
    }

    @Test
    void aSecondNoticeMovesNothing() {
        LegalFact second = notice().reference("W-2").on(TUE_2026_09_01).asEntry(5);

        assertThat(Law.refusals(leaving, second)).extracting(Refusal::kind).containsExactly(Refusal.Kind.ALREADY_DONE);
        assertThat(Law.follow(leaving, second).effects()).isEmpty();
    }

    @Test
    void aFormerPartyAccedesAgain() {
        LegalFact accession =
                accessionBy("AM").on(THU_2027_07_01).reference("AM-2").asEntry(5);

        assertThat(Law.refusals(leaving, accession)).isEmpty();
        Consequences consequences = Law.follow(leaving, accession);

        assertThat(consequences.after().boundSince(state("AM"))).contains(SAT_2027_07_31);
        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(consequences.effects())
                .extracting(effect -> effect.kind().wireName() + " " + effect.on() + " " + effect.article())
                .containsExactly("entry-into-force-for-party 2027-07-31 13");
        assertThat(consequences.moved()).isEmpty();
    }

    @Test
    void aFormerPartyTakesItsNewConsentBackAndIsFormer() {
        LegalPosition again = add(
                leaving,
                accessionBy("AM").on(THU_2027_07_01).reference("AM-2"),
                revocationBy("AM", "AM-2").on(SAT_2027_07_31.minusDays(1)));

        assertThat(again.standingOf(state("AM"), SAT_2027_07_31).standing()).isEqualTo(Standing.FORMER);
        assertThat(dayOf(again, WITHDRAWAL_EFFECTIVE, "AM")).contains(SUN_2027_02_28);
    }

    private static Seed.Note notice() {
        return withdrawalBy("AM").reference("W-1");
    }

    private static LegalPosition add(LegalPosition position, Seed.Note... notes) {
        List<LegalFact> facts = new ArrayList<>(position.facts());
        for (Seed.Note note : notes) {
            facts.add(note.asEntry(facts.size() + 1L));
        }
        return LegalPosition.of(position.agreement(), facts);
    }
}
