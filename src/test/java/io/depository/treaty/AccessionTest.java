package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.EffectKind.CONSENT_COUNTED;
import static io.depository.treaty.EffectKind.ENTRY_INTO_FORCE_FOR_PARTY;
import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.dayOf;
import static io.depository.treaty.Seed.effectOf;
import static io.depository.treaty.Seed.position;
import static io.depository.treaty.Seed.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Article 13: 30 days after the accession, never before the general entry into force, and not counted. */
class AccessionTest {

    private final Seed.Note[] three = {
        completionBy("AM").on(MON_2026_02_02),
        completionBy("BY").on(TUE_2026_03_03),
        completionBy("KG").on(THU_2026_03_05)
    };

    @Test
    void isNotCounted() {
        LegalPosition position = position(three[0], three[1], accessionBy("MD").on(THU_2026_03_05));

        assertThat(position.counted()).isEqualTo(2);
        assertThat(position.entryIntoForce()).isEmpty();
        assertThat(effectOf(position, CONSENT_COUNTED, "MD")).isNull();
        Effect effect = Objects.requireNonNull(effectOf(position, ENTRY_INTO_FORCE_FOR_PARTY, "MD"));
        assertThat(effect.on()).isNull();
        assertThat(effect.article()).isEqualTo("13");
        assertThat(effect.because().en())
                .isEqualTo("Article 13: no date yet: accession has no effect before the agreement enters into force;"
                        + " 2 of 3 notifications received (entries 1, 2), 1 more needed");
    }

    @Test
    void hasNoEntriesToNameBeforeTheFirstNotification() {
        Effect effect = Objects.requireNonNull(
                effectOf(position(accessionBy("MD").on(MON_2026_02_02)), ENTRY_INTO_FORCE_FOR_PARTY, "MD"));

        assertThat(effect.because().ru())
                .isEqualTo("Статья 13: даты пока нет: присоединение не действует ранее вступления соглашения в силу;"
                        + " получено 0 из 3 уведомлений, недостает 3");
    }

    @Test
    void waitsForTheGeneralDay() {
        LegalPosition position = position(three[0], accessionBy("MD").on(MON_2026_03_02), three[1], three[2]);

        assertThat(position.boundSince(state("MD"))).contains(SAT_2026_04_04);
        Effect effect = Objects.requireNonNull(effectOf(position, ENTRY_INTO_FORCE_FOR_PARTY, "MD"));
        assertThat(effect.alternative()).isEqualTo(SUN_2026_04_05);
        assertThat(effect.because().en())
                .isEqualTo("Article 13: accession of MD received Monday 2 March 2026 (entry 2) + 30 days = Wednesday"
                        + " 1 April 2026, but not before the agreement enters into force: Saturday 4 April 2026");
        assertThat(effect.because().ru())
                .isEqualTo("Статья 13: документ о присоединении (MD) получен в понедельник 2 марта 2026 г. (запись 2)"
                        + " + 30 дней = среда 1 апреля 2026 г., но не ранее вступления соглашения в силу:"
                        + " суббота 4 апреля 2026 г.");
    }

    @Test
    void takesItsOwnDayWhenThatIsLater() {
        assertThat(position(three[0], three[1], three[2], accessionBy("MD").on(SAT_2026_03_07))
                        .boundSince(state("MD")))
                .contains(MON_2026_04_06);
    }

    @Test
    void takesItsOwnDayAfterEntryIntoForce() {
        assertThat(position(three[0], three[1], three[2], accessionBy("UA").on(MON_2026_05_04))
                        .boundSince(state("UA")))
                .contains(WED_2026_06_03);
    }

    @Test
    void getsItsDayWhenTheThresholdIsReached() {
        LegalPosition before = position(three[0], three[1], accessionBy("MD").on(TUE_2026_02_03));

        Consequences consequences =
                Law.follow(before, completionBy("KG").on(THU_2026_03_05).asEntry(4));

        assertThat(dayOf(consequences.after(), ENTRY_INTO_FORCE_FOR_PARTY, "MD"))
                .contains(SAT_2026_04_04);
        assertThat(consequences.effects())
                .filteredOn(effect -> state("MD").equals(effect.party()))
                .hasSize(1);
        assertThat(consequences.moved()).isEmpty();
    }

    @Test
    void countsWhereTheAgreementSaysSo() {
        Agreement agreement = OtherClauses.onlyEntryIntoForce(
                Seed.AGREEMENT, Set.of(Act.COMPLETION_OF_PROCEDURES, Act.ACCESSION), true);

        LegalPosition position = LegalPosition.of(
                agreement, Seed.facts(three[0], three[1], accessionBy("MD").on(THU_2026_03_05)));

        assertThat(position.counted()).isEqualTo(3);
        assertThat(position.entryIntoForce()).contains(SAT_2026_04_04);
    }

    @Test
    void bindsNoSignatory() {
        assertThat(position(accessionBy("KG").on(MON_2026_02_02)).effects()).isEmpty();
    }
}
