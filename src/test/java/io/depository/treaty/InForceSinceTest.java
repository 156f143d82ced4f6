package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An agreement that was in force before its register began: its file gives the day. */
class InForceSinceTest {

    private static final Agreement AGREEMENT = given();

    @Test
    void isInForceWithoutAnAct() {
        LegalPosition empty = LegalPosition.of(AGREEMENT, List.of());

        assertThat(empty.entryIntoForce()).contains(SAT_2026_04_04);
        assertThat(empty.effects()).extracting(Effect::kind).containsExactly(ENTRY_INTO_FORCE);
        assertThat(empty.effects().get(0).entry()).isEqualTo(-1);
        assertThat(empty.effects().get(0).because())
                .isEqualTo(new Bilingual(
                        "Статья 12: соглашение действует с даты, записанной его депозитарием: суббота 4 апреля 2026 г.",
                        "Article 12: in force since the day that its depositary recorded: Saturday 4 April 2026"));
        assertThat(empty.waitingFor(MON_2026_05_04).en())
                .isEqualTo("In force since Saturday 4 April 2026; waits for nothing");
        assertThat(empty.outlook(MON_2026_05_04).missing()).isEmpty();
    }

    @Test
    void bindsTogetherWithItWhoConsentedInTimeForThatDay() {
        LegalPosition position = position(
                completionBy("AM").on(THU_2026_03_05), completionBy("BY").on(FRI_2026_03_06));

        assertThat(position.boundSince(state("AM"))).contains(SAT_2026_04_04);
        assertThat(position.boundSince(state("BY"))).contains(SUN_2026_04_05);
        assertThat(Objects.requireNonNull(Seed.effectOf(position, ENTRY_INTO_FORCE_FOR_PARTY, "AM"))
                        .because()
                        .en())
                .isEqualTo("Article 12: notification of AM received Thursday 5 March 2026 (entry 1): in force with the"
                        + " agreement, Saturday 4 April 2026");
        assertThat(position.effects())
                .extracting(Effect::kind)
                .containsExactly(ENTRY_INTO_FORCE, ENTRY_INTO_FORCE_FOR_PARTY, ENTRY_INTO_FORCE_FOR_PARTY);
    }

    @Test
    void tellsOfALaterConsentOnlyWhatFollowsFromIt() {
        Consequences consequences = Law.follow(
                LegalPosition.of(AGREEMENT, List.of()),
                completionBy("KG").on(MON_2026_05_04).asEntry(1));

        assertThat(consequences.thresholdReached()).isFalse();
        assertThat(consequences.effects())
                .extracting(Effect::kind, Effect::on)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ENTRY_INTO_FORCE_FOR_PARTY, WED_2026_06_03));
    }

    @Test
    void leavesNothingToTellOfItsEntryIntoForce() {
        LegalPosition position = position(
                completionBy("AM").on(THU_2026_03_05), completionBy("BY").on(FRI_2026_03_06));

        assertThat(Duties.of(position)).extracting(Duty::party).containsOnly(state("BY"));
    }

    @Test
    void yieldsToADayThatStaffRecorded() {
        RecordedDate recorded = new RecordedDate(
                9,
                ENTRY_INTO_FORCE,
                RecordedDate.GENERAL,
                FRI_2026_04_10,
                new Bilingual("исправлено", "corrected"),
                "staff");
        LegalPosition position = position(completionBy("AM").on(FRI_2026_03_06)).with(recorded);

        assertThat(position.entryIntoForce()).contains(FRI_2026_04_10);
        assertThat(position.boundSince(state("AM"))).contains(FRI_2026_04_10);
        Effect effect = Objects.requireNonNull(Seed.effectOf(position, ENTRY_INTO_FORCE, null));
        assertThat(effect.computed()).isEqualTo(SAT_2026_04_04);
        assertThat(effect.because().en()).contains("corrected");
    }

    private static LegalPosition position(Seed.Note... notes) {
        return LegalPosition.of(AGREEMENT, Seed.facts(notes));
    }

    private static Agreement given() {
        EntryIntoForceRule rule = Seed.AGREEMENT.clauses().entryIntoForce();
        return Seed.AGREEMENT.with(Seed.AGREEMENT.clauses().with(rule.inForceSince(SAT_2026_04_04)));
    }
}
