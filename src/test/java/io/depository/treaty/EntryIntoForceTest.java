package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.CONSENT_COUNTED;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.EffectKind.THRESHOLD_REACHED;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Article 12: 30 days after the third notification; for later ones 30 days after their own. */
class EntryIntoForceTest {

    private final LegalPosition two =
            position(completionBy("AM").on(MON_2026_02_02), completionBy("BY").on(TUE_2026_03_03));
    private final LegalPosition three =
            Law.follow(two, completionBy("KG").on(THU_2026_03_05).asEntry(3)).after();
    private final LegalPosition four =
            Law.follow(three, completionBy("KZ").on(FRI_2026_03_06).asEntry(4)).after();

    @Test
    void waitsBelowTheThreshold() {
        assertThat(two.counted()).isEqualTo(2);
        assertThat(two.needed()).isEqualTo(3);
        assertThat(two.entryIntoForce()).isEmpty();
        assertThat(two.boundSince(state("AM"))).isEmpty();
        assertThat(two.effects())
                .extracting(Effect::kind)
                .containsExactly(
                        CONSENT_COUNTED, CONSENT_COUNTED, ENTRY_INTO_FORCE_FOR_PARTY, ENTRY_INTO_FORCE_FOR_PARTY);
        assertThat(dayOf(two, CONSENT_COUNTED, "BY")).contains(TUE_2026_03_03);
        assertThat(dayOf(two, ENTRY_INTO_FORCE_FOR_PARTY, "BY")).isEmpty();
    }

    @Test
    void saysHowManyAreMissing() {
        Effect effect = Objects.requireNonNull(Seed.effectOf(two, ENTRY_INTO_FORCE_FOR_PARTY, "AM"));

        assertThat(effect.article()).isEqualTo("12");
        assertThat(effect.alternative()).isNull();
        assertThat(effect.because().en())
                .isEqualTo("Article 12: no date yet: 2 of 3 notifications received (entries 1, 2), 1 more needed");
        assertThat(effect.because().ru())
                .isEqualTo("Статья 12: даты пока нет: получено 2 из 3 уведомлений (записи 1, 2), недостает 1");
    }

    @Test
    void entersIntoForceThirtyDaysAfterTheThird() {
        assertThat(three.counted()).isEqualTo(3);
        assertThat(three.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(dayOf(three, THRESHOLD_REACHED, null)).contains(THU_2026_03_05);
        for (String party : new String[] {"AM", "BY", "KG"}) {
            assertThat(three.boundSince(state(party))).contains(SAT_2026_04_04);
        }
        Effect effect = Objects.requireNonNull(Seed.effectOf(three, ENTRY_INTO_FORCE, null));
        assertThat(effect.alternative()).isEqualTo(SUN_2026_04_05);
        assertThat(effect.entry()).isEqualTo(3);
        assertThat(effect.because().en())
                .isEqualTo("Article 12: third notification received Thursday 5 March 2026 (entry 3) + 30 days ="
                        + " Saturday 4 April 2026; counted: entries 1, 2, 3");
        assertThat(effect.because().ru())
                .isEqualTo("Статья 12: третье уведомление получено в четверг 5 марта 2026 г. (запись 3) + 30 дней ="
                        + " суббота 4 апреля 2026 г.; учтены записи 1, 2, 3");
    }

    @Test
    void bindsALaterPartyThirtyDaysAfterItsOwn() {
        assertThat(four.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(four.boundSince(state("KZ"))).contains(SUN_2026_04_05);
        Effect effect = Objects.requireNonNull(Seed.effectOf(four, ENTRY_INTO_FORCE_FOR_PARTY, "KZ"));
        assertThat(effect.alternative()).isEqualTo(MON_2026_04_06);
        assertThat(effect.entry()).isEqualTo(4);
        assertThat(effect.because().en())
                .isEqualTo("Article 12: notification of KZ received Friday 6 March 2026 (entry 4) + 30 days ="
                        + " Sunday 5 April 2026");
        assertThat(effect.because().ru())
                .isEqualTo("Статья 12: уведомление (KZ) получено в пятницу 6 марта 2026 г. (запись 4) + 30 дней ="
                        + " воскресенье 5 апреля 2026 г.");
    }

    @Test
    void bindsAPartyThatComesAfterEntryIntoForceThirtyDaysAfterItsOwn() {
        LegalPosition five = Law.follow(
                        four, completionBy("UZ").on(MON_2026_05_04).asEntry(5))
                .after();

        assertThat(five.boundSince(state("UZ"))).contains(WED_2026_06_03);
        assertThat(five.entryIntoForce()).contains(SAT_2026_04_04);
    }

    @Test
    void bindsAllThatComeOnTheDayOfTheThirdTogether() {
        LegalPosition sameDay = position(
                completionBy("AM").on(MON_2026_02_02),
                completionBy("BY").on(TUE_2026_03_03),
                completionBy("KG").on(THU_2026_03_05).at(9, 0),
                completionBy("KZ").on(THU_2026_03_05).at(9, 1),
                completionBy("UZ").on(THU_2026_03_05).at(23, 59));

        assertThat(sameDay.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(sameDay.boundSince(state("KG"))).contains(SAT_2026_04_04);
        assertThat(sameDay.boundSince(state("KZ"))).contains(SAT_2026_04_04);
        assertThat(sameDay.boundSince(state("UZ"))).contains(SAT_2026_04_04);
    }

    @Test
    void reachesTheThresholdWithThreeOnOneDay() {
        LegalPosition sameDay = position(
                completionBy("AM").on(THU_2026_03_05).at(9, 0),
                completionBy("BY").on(THU_2026_03_05).at(9, 0),
                completionBy("KG").on(THU_2026_03_05).at(9, 0));

        assertThat(sameDay.entryIntoForce()).contains(SAT_2026_04_04);
    }

    @Test
    void tellsTheThirdWhatFollowsForAllInTheOrderOfLetters() {
        Consequences consequences =
                Law.follow(two, completionBy("KG").on(THU_2026_03_05).asEntry(3));

        assertThat(consequences.effects())
                .extracting(effect -> effect.kind().wireName() + (effect.party() == null ? "" : " " + effect.party()))
                .containsExactly(
                        "consent-counted KG",
                        "threshold-reached",
                        "entry-into-force",
                        "entry-into-force-for-party AM",
                        "entry-into-force-for-party BY",
                        "entry-into-force-for-party KG");
        assertThat(consequences.moved()).isEmpty();
        assertThat(consequences.thresholdLost()).isFalse();
    }

    @Test
    void tellsAnotherOnlyWhatItAdds() {
        assertThat(Law.follow(three, completionBy("KZ").on(FRI_2026_03_06).asEntry(4))
                        .effects())
                .extracting(effect -> effect.kind().wireName() + " " + effect.party())
                .containsExactly("consent-counted KZ", "entry-into-force-for-party KZ");
        assertThat(Law.follow(position(), completionBy("AM").on(MON_2026_02_02).asEntry(1))
                        .effects())
                .extracting(effect -> effect.kind().wireName() + " " + effect.party() + " " + effect.on())
                .containsExactly("consent-counted AM 2026-02-02", "entry-into-force-for-party AM null");
    }

    @Test
    void saysWhatIsOnlyConsideredByName() {
        Consequences dry = Law.follow(two, completionBy("KG").on(THU_2026_03_05).considered());

        assertThat(dry.effects()).extracting(Effect::entry).containsExactly(-1L, -1L, -1L, 1L, 2L, -1L);
        assertThat(dry.effects().get(2).because().en())
                .contains("(this notification)")
                .contains("counted: entries 1, 2, this notification");
    }

    @Test
    void countsUnderTheOtherConventionWhereTheAgreementSaysSo() {
        Agreement agreement = OtherClauses.with(Seed.AGREEMENT, CountingConvention.AFTER_N_FULL_DAYS);

        LegalPosition full = LegalPosition.of(agreement, four.facts());

        assertThat(full.entryIntoForce()).contains(SUN_2026_04_05);
        assertThat(full.boundSince(state("KZ"))).contains(MON_2026_04_06);
        Effect effect = Objects.requireNonNull(Seed.effectOf(full, ENTRY_INTO_FORCE, null));
        assertThat(effect.alternative()).isEqualTo(SAT_2026_04_04);
        assertThat(effect.because().en()).contains("+ 30 days in full, the day after = Sunday 5 April 2026");
    }

    @Test
    void ignoresACompletionByAStateThatDidNotSign() {
        assertThat(position(completionBy("MD")).counted()).isZero();
    }
}
