package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.CONSENT_COUNTED;
import static io.depository.treaty.EffectKind.CONSENT_WITHDRAWN;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.EffectKind.THRESHOLD_LOST;
import static io.depository.treaty.EffectKind.THRESHOLD_REACHED;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.effectOf;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Article 12, and a consent taken back before it binds: on receipt it no longer counts. */
class RevocationOfConsentTest {

    private final Seed.Note armenia = completionBy("AM").on(MON_2026_02_02).reference("AM-1");
    private final Seed.Note belarus = completionBy("BY").on(TUE_2026_03_03).reference("BY-1");
    private final Seed.Note kyrgyzstan = completionBy("KG").on(THU_2026_03_05).reference("KG-1");
    private final Seed.Note kazakhstan = completionBy("KZ").on(FRI_2026_03_06).reference("KZ-1");
    private final LegalPosition three = position(armenia, belarus, kyrgyzstan);
    private final LegalPosition four = position(armenia, belarus, kyrgyzstan, kazakhstan);

    @Test
    void lowersTheCount() {
        Consequences consequences = Law.follow(
                position(armenia, belarus),
                revocationBy("AM", "AM-1").on(THU_2026_03_05).asEntry(3));

        assertThat(consequences.after().counted()).isEqualTo(1);
        assertThat(consequences.thresholdLost()).isFalse();
        assertThat(consequences.moved()).isEmpty();
        assertThat(consequences.effects())
                .extracting(Effect::kind, Effect::on)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CONSENT_WITHDRAWN, THU_2026_03_05));
        assertThat(effectOf(consequences.after(), CONSENT_COUNTED, "AM")).isNull();
        assertThat(effectOf(consequences.after(), ENTRY_INTO_FORCE_FOR_PARTY, "AM"))
                .isNull();
        assertThat(consequences.effects().get(0).because().en())
                .isEqualTo(
                        "Article 12: consent of AM (entry 1) revoked, before the agreement entered into force for that"
                                + " state, by a note received Thursday 5 March 2026 (entry 3); it no longer counts");
    }

    @Test
    void losesTheThresholdUntilTheDayBeforeEntryIntoForce() {
        Consequences consequences = Law.follow(
                three, revocationBy("BY", "BY-1").on(FRI_2026_04_03).at(23, 59).asEntry(4));

        assertThat(consequences.thresholdLost()).isTrue();
        assertThat(consequences.moved()).isEmpty();
        assertThat(consequences.after().entryIntoForce()).isEmpty();
        assertThat(consequences.after().counted()).isEqualTo(2);
        assertThat(consequences.effects())
                .extracting(effect -> effect.kind().wireName() + " " + effect.party() + " " + effect.on())
                .containsExactly(
                        "consent-withdrawn BY 2026-04-03",
                        "threshold-lost null 2026-04-03",
                        "entry-into-force-for-party AM null",
                        "entry-into-force-for-party KG null");
        Effect lost = Objects.requireNonNull(effectOf(consequences.after(), THRESHOLD_LOST, null));
        assertThat(lost.entry()).isEqualTo(4);
        assertThat(lost.because().en())
                .isEqualTo(
                        "Article 12: consent of BY revoked by a note received Friday 3 April 2026 (entry 4);"
                                + " 2 of 3 notifications remain, and the date of entry into force, Saturday 4 April 2026, falls");
        assertThat(lost.because().ru())
                .isEqualTo("Статья 12: согласие (BY) отозвано уведомлением, полученным в пятницу 3 апреля 2026 г."
                        + " (запись 4); остается 2 из 3 уведомлений, и дата вступления в силу, суббота 4 апреля 2026 г.,"
                        + " отпадает");
    }

    @Test
    void comesTooLateOnTheDayOfEntryIntoForce() {
        LegalFact late = revocationBy("BY", "BY-1").on(SAT_2026_04_04).at(0, 0).asEntry(4);

        assertThat(Law.refusals(three, late))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.TOO_LATE_TO_REVOKE);
        Consequences consequences = Law.follow(three, late);
        assertThat(consequences.effects()).isEmpty();
        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
    }

    @Test
    void recomputesTheDayWhereAFourthStepsIn() {
        Consequences consequences =
                Law.follow(four, revocationBy("AM", "AM-1").on(FRI_2026_03_20).asEntry(5));

        assertThat(consequences.thresholdLost()).isFalse();
        assertThat(consequences.after().entryIntoForce()).contains(SUN_2026_04_05);
        assertThat(consequences.after().boundSince(state("BY"))).contains(SUN_2026_04_05);
        assertThat(consequences.after().boundSince(state("KZ"))).contains(SUN_2026_04_05);
        assertThat(consequences.moved())
                .extracting(effect -> effect.kind().wireName() + " " + effect.party() + " " + effect.on())
                .containsExactly(
                        "threshold-reached null 2026-03-05",
                        "entry-into-force null 2026-04-04",
                        "entry-into-force-for-party BY 2026-04-04",
                        "entry-into-force-for-party KG 2026-04-04");
    }

    @Test
    void movesNoDayWhereTheFourthCameOnTheDayOfTheThird() {
        LegalPosition sameDay = position(
                armenia,
                belarus,
                kyrgyzstan,
                completionBy("KZ").on(THU_2026_03_05).at(11, 0));

        Consequences consequences = Law.follow(
                sameDay, revocationBy("AM", "AM-1").on(FRI_2026_03_20).asEntry(5));

        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(consequences.moved()).isEmpty();
        assertThat(consequences.thresholdLost()).isFalse();
    }

    @Test
    void leavesEntryIntoForceAloneWhenALaterPartyTakesBackItsOwn() {
        Seed.Note tajikistan = completionBy("TJ").on(FRI_2026_04_03).reference("TJ-1");
        LegalPosition before = position(armenia, belarus, kyrgyzstan, tajikistan);

        Consequences consequences =
                Law.follow(before, revocationBy("TJ", "TJ-1").on(FRI_2026_04_10).asEntry(5));

        assertThat(consequences.after().entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(consequences.after().boundSince(state("TJ"))).isEmpty();
        assertThat(consequences.moved()).isEmpty();
        assertThat(consequences.effects()).extracting(Effect::kind).containsExactly(CONSENT_WITHDRAWN);
    }

    @Test
    void takesBackAnAccession() {
        LegalPosition before = position(accessionBy("MD").on(MON_2026_02_02).reference("MD-1"), belarus);

        Consequences consequences =
                Law.follow(before, revocationBy("MD", "MD-1").on(THU_2026_03_05).asEntry(3));

        assertThat(consequences.effects()).extracting(Effect::article).containsExactly("13");
        assertThat(consequences.after().standingOf(state("MD"), THU_2026_03_05).standing())
                .isEqualTo(Standing.ENTITLED);
        assertThat(consequences.after().counted()).isEqualTo(1);
    }

    @Test
    void letsConsentBeGivenAgain() {
        LegalPosition lost = position(
                armenia, belarus, kyrgyzstan, revocationBy("BY", "BY-1").on(FRI_2026_03_06));
        LegalFact again =
                completionBy("BY").on(TUE_2026_03_10).reference("BY-2").asEntry(5);

        assertThat(Law.refusals(lost, again)).isEmpty();
        Consequences consequences = Law.follow(lost, again);

        assertThat(consequences.after().entryIntoForce()).contains(THU_2026_04_09);
        assertThat(consequences.moved()).isEmpty();
        assertThat(dayOf(consequences.after(), THRESHOLD_REACHED, null)).contains(TUE_2026_03_10);
        assertThat(effectOf(consequences.after(), THRESHOLD_LOST, null)).isNull();
        assertThat(effectOf(consequences.after(), CONSENT_WITHDRAWN, "BY")).isNull();
        assertThat(consequences.effects())
                .extracting(Effect::kind)
                .startsWith(CONSENT_COUNTED, THRESHOLD_REACHED, ENTRY_INTO_FORCE);
    }

    @Test
    void reachesTheThresholdAgainWithAnotherState() {
        LegalPosition again = position(
                armenia,
                belarus,
                kyrgyzstan,
                revocationBy("BY", "BY-1").on(FRI_2026_03_06),
                completionBy("UZ").on(FRI_2026_03_20));

        assertThat(again.entryIntoForce()).contains(SUN_2026_04_19);
        assertThat(again.boundSince(state("AM"))).contains(SUN_2026_04_19);
    }

    @Test
    void undoesAConsentOfTheSameDay() {
        LegalPosition position = position(
                armenia,
                belarus,
                completionBy("KG").on(THU_2026_03_05).at(10, 0).reference("KG-1"),
                revocationBy("KG", "KG-1").on(THU_2026_03_05).at(11, 0));

        assertThat(position.entryIntoForce()).isEmpty();
        assertThat(position.counted()).isEqualTo(2);
        assertThat(position.standingOf(state("KG"), THU_2026_03_05).standing()).isEqualTo(Standing.SIGNATORY);
        assertThat(position.standingOf(state("KG"), THU_2026_03_05).since()).isEqualTo(THU_2025_06_05);
    }

    @Test
    void ofAnotherStatesConsentHasNoEffect() {
        LegalFact others = Seed.actBy("KG", Act.REVOCATION)
                .about("AM", "AM-1")
                .on(FRI_2026_03_06)
                .asEntry(4);

        assertThat(Law.follow(three, others).effects()).isEmpty();
        assertThat(Law.refusals(three, others))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.NOTHING_TO_REVOKE);
    }
}
