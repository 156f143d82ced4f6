package io.depository.treaty;

import static io.depository.treaty.Days.*;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.listBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Article 5: the list of authorized bodies, and changes within 30 days. */
class AuthorizedBodiesTest {

    private final LegalPosition before = Seed.position(completionBy("AM").on(MON_2026_02_02));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02, false",
        "2026-03-02, 2026-04-01, false", // Monday + 30 days = Wednesday 1 April
        "2026-03-02, 2026-04-02, true",
        "2026-01-30, 2026-03-01, false", // over a February of 28 days
        "2026-01-30, 2026-03-02, true",
        "2028-01-30, 2028-02-29, false", // over a February of 29 days
        "2028-01-30, 2028-03-01, true",
        "2026-03-02, 2027-03-02, true"
    })
    void isLateAfterThirtyDays(LocalDate changedOn, LocalDate receivedOn, boolean late) {
        Consequences consequences = Law.follow(
                before, listBy("KG").on(receivedOn).changedOn(changedOn).asEntry(2));

        assertThat(consequences.effects()).hasSize(1);
        assertThat(consequences.effects().get(0).late()).isEqualTo(late);
    }

    @Test
    void saysWhyItIsLate() {
        Effect effect = Law.follow(
                        before,
                        listBy("KG")
                                .on(FRI_2026_04_03)
                                .changedOn(MON_2026_03_02)
                                .asEntry(2))
                .effects()
                .get(0);

        assertThat(effect.kind()).isEqualTo(EffectKind.AUTHORIZED_BODIES_LISTED);
        assertThat(effect.party()).isEqualTo(Seed.state("KG"));
        assertThat(effect.on()).isEqualTo(FRI_2026_04_03);
        assertThat(effect.article()).isEqualTo("5");
        assertThat(effect.alternative()).isNull();
        assertThat(effect.entry()).isEqualTo(2);
        assertThat(effect.because().en())
                .isEqualTo("Article 5: list of authorized bodies of KG received Friday 3 April 2026 (entry 2);"
                        + " changed Monday 2 March 2026 + 30 days = Wednesday 1 April 2026: late by 2 days");
        assertThat(effect.because().ru())
                .isEqualTo(
                        "Статья 5: перечень уполномоченных органов (KG) получен в пятницу 3 апреля 2026 г. (запись 2);"
                                + " изменен в понедельник 2 марта 2026 г. + 30 дней = среда 1 апреля 2026 г.:"
                                + " опоздание на 2 дня");
    }

    @Test
    void isNeverLateWhereNobodySaysWhenItChanged() {
        Effect effect = Law.follow(before, listBy("KG").on(FRI_2026_04_03).asEntry(2))
                .effects()
                .get(0);

        assertThat(effect.late()).isFalse();
        assertThat(effect.because().en())
                .isEqualTo("Article 5: list of authorized bodies of KG received Friday 3 April 2026 (entry 2)");
    }

    @Test
    void leavesThePositionAsItIs() {
        Consequences consequences =
                Law.follow(before, listBy("KG").on(FRI_2026_04_03).asEntry(2));

        assertThat(consequences.after()).isSameAs(before);
        assertThat(consequences.moved()).isEmpty();
    }

    @Test
    void comesWithACompletion() {
        LegalFact completion = completionBy("KG").on(TUE_2026_03_03).asEntry(2);

        assertThat(Law.follow(before, completion, true).effects())
                .extracting(effect -> effect.kind().wireName())
                .containsExactly("consent-counted", "authorized-bodies-listed", "entry-into-force-for-party");
        assertThat(Law.follow(before, completion, false).effects())
                .extracting(effect -> effect.kind().wireName())
                .containsExactly("consent-counted", "entry-into-force-for-party");
    }
}
