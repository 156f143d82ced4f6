package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A year's notice, and three years first: from the general entry into force on 4 April 2026, or from that for the party on
 * 1 June 2026; before the notice, or before its effect.
 */
class EarliestWithdrawalTest {

    @ParameterizedTest
    @CsvSource({
        "ENTRY_INTO_FORCE, false, 2029-04-03, false,",
        "ENTRY_INTO_FORCE, false, 2029-04-04, true, 2030-04-04",
        "ENTRY_INTO_FORCE_FOR_PARTY, false, 2029-05-31, false,",
        "ENTRY_INTO_FORCE_FOR_PARTY, false, 2029-06-01, true, 2030-06-01",
        "ENTRY_INTO_FORCE, true, 2026-07-01, true, 2029-04-04",
        "ENTRY_INTO_FORCE, true, 2028-04-04, true, 2029-04-04",
        "ENTRY_INTO_FORCE, true, 2028-04-05, true, 2029-04-05",
        "ENTRY_INTO_FORCE_FOR_PARTY, true, 2026-07-01, true, 2029-06-01",
        "ENTRY_INTO_FORCE_FOR_PARTY, true, 2028-06-02, true, 2029-06-02"
    })
    void waitsForTheNoticeOrForItsEffect(
            WithdrawalRule.From from, boolean ofEffect, LocalDate notice, boolean inTime, @Nullable LocalDate out) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .withdrawal(new WithdrawalRule(
                        "28",
                        LegalPeriod.ofYears(1),
                        new WithdrawalRule.Earliest(LegalPeriod.ofYears(3), from, ofEffect)))
                .ratified("AM 2026-04-01, BY 2026-04-04, KZ 2026-06-01");
        List<Refusal> refusals = Law.refusals(treaty.position(), treaty.fact(Act.WITHDRAWAL, "KZ", notice, null));
        Effect effect = treaty.acts(Act.WITHDRAWAL, "KZ " + notice).effect(EffectKind.WITHDRAWAL_EFFECTIVE, "KZ");

        assertThat(refusals.isEmpty()).isEqualTo(inTime);
        assertThat(effect == null ? null : effect.on()).isEqualTo(out);
    }

    /** In force since Monday 4 May 2026; nobody leaves in the first three years, and then on 31 December only. */
    @ParameterizedTest
    @CsvSource({"2026-06-01, 2029-12-31", "2028-12-31, 2029-12-31", "2029-01-01, 2030-12-31"})
    void leavesOnADayOfTheYearThatIsNotTooEarly(LocalDate notice, LocalDate out) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .withdrawal(new WithdrawalRule(
                        "28",
                        LegalPeriod.ofYears(1).onNext(List.of(MonthDay.of(12, 31))),
                        new WithdrawalRule.Earliest(
                                LegalPeriod.ofYears(3), WithdrawalRule.From.ENTRY_INTO_FORCE, true)))
                .ratified("AM 2026-04-01, BY 2026-04-04, KZ 2026-06-01");
        Effect effect = treaty.acts(Act.WITHDRAWAL, "KZ " + notice).effect(EffectKind.WITHDRAWAL_EFFECTIVE, "KZ");

        assertThat(effect.on()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AM | 1 of 2
            BY | 2 of 2
            KZ | third, 2 were needed
            """)
    void saysWhichOfTheConsentsItIs(String party, String place) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2).ratified("AM 2026-04-01, BY 2026-04-04, KZ 2026-06-01");

        assertThat(treaty.effect(EffectKind.CONSENT_COUNTED, party).because().en())
                .endsWith("and counted: " + place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AM | учтена: 1 из 2
            BY | учтена: 2 из 2
            KZ | учтена: третий, требовалось 2
            """)
    void saysItInRussian(String party, String place) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2).ratified("AM 2026-04-01, BY 2026-04-04, KZ 2026-06-01");

        assertThat(treaty.effect(EffectKind.CONSENT_COUNTED, party).because().ru())
                .endsWith(place);
    }
}
