package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an agreement ends, how a state leaves at set times, and whom it binds without asking. */
class LifetimeTest {

    private static final LegalPeriod YEAR = LegalPeriod.ofYears(1);
    private static final LegalPeriod FIVE_YEARS = LegalPeriod.ofYears(5);
    private static final LegalPeriod SIX_MONTHS = LegalPeriod.ofMonths(6);

    /** In force since 4 April 2026 for five years, prolonged for five each time; six months' notice before the end. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2031-04-04",
        "2030-10-04, 2031-04-04",
        "2030-10-05, 2036-04-04",
        "2031-04-04, 2036-04-04",
        "2036-01-01, 2041-04-04"
    })
    void letsAStateLeaveAtTheEndOfATerm(LocalDate notice, LocalDate out) {
        TreatyBuilder treaty = prolonged(FIVE_YEARS).acts(Act.WITHDRAWAL, "AM " + notice);

        assertThat(treaty.effect(EffectKind.WITHDRAWAL_EFFECTIVE, "AM").on()).isEqualTo(out);
        assertThat(treaty.effect(EffectKind.TERMINATION, null)).isNull();
        assertThat(treaty.effect(EffectKind.WITHDRAWAL_EFFECTIVE, "AM")
                        .because()
                        .en())
                .contains(
                        notice.equals(LocalDate.of(2030, 10, 4))
                                ? " + 6 months = "
                                : ", and a state leaves at the end of");
    }

    @Test
    void endsForAllWithATermThatIsNotProlonged() {
        TreatyBuilder treaty = prolonged(null);
        LegalPosition position = treaty.position();
        Effect end = treaty.effect(EffectKind.TERMINATION, null);

        assertThat(end.on()).isEqualTo("2031-04-04");
        assertThat(end.article()).isEqualTo("15");
        assertThat(end.because().en())
                .isEqualTo(
                        "Article 15: its term: in force since Saturday 4 April 2026 + 5 years = Friday 4 April 2031");
        assertThat(position.terminatedOn()).contains(LocalDate.of(2031, 4, 4));
        assertStanding(position, "AM", "2031-04-03", Standing.PARTY);
        assertStanding(position, "AM", "2031-04-04", Standing.FORMER);
        assertThat(position.waitingFor(LocalDate.of(2031, 4, 3)).en())
                .isEqualTo("In force since Saturday 4 April 2026; ends on Friday 4 April 2031 (Article 15)");
        assertThat(position.waitingFor(LocalDate.of(2031, 4, 4)).en())
                .isEqualTo("Not in force any more since Friday 4 April 2031 (Article 15)");
        LegalFact late = treaty.fact(Act.RATIFICATION, "KZ", LocalDate.of(2031, 4, 4), null);
        assertThat(Law.refusals(position, late)).extracting(Refusal::kind).containsExactly(Refusal.Kind.OUT_OF_ORDER);
        assertThat(position.with(late).boundSince(new PartyCode("KZ"))).isEmpty();
        assertThat(Law.refusals(position, treaty.fact(Act.RATIFICATION, "KZ", LocalDate.of(2031, 4, 3), null)))
                .isEmpty();
    }

    @Test
    void endsOnAFixedDay() {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .lifetime(new LifetimeRule(new LifetimeRule.Term("15", null, LocalDate.of(2030, 9, 30), null), null))
                .ratified("AM 2026-01-01");

        assertThat(treaty.effect(EffectKind.TERMINATION, null)).isNull();
        treaty.ratified("BY 2026-04-04");
        assertThat(treaty.effect(EffectKind.TERMINATION, null).on()).isEqualTo("2030-09-30");
        assertThat(treaty.effect(EffectKind.TERMINATION, null).because().ru()).contains("заключено на срок до");
    }

    private static TreatyBuilder prolonged(@Nullable LegalPeriod renewal) {
        return TreatyBuilder.ofRatifications(2)
                .lifetime(new LifetimeRule(new LifetimeRule.Term("15", FIVE_YEARS, null, renewal), null))
                .withdrawal(new WithdrawalRule("15", SIX_MONTHS, null, null, renewal != null))
                .ratified("AM 2026-04-04, BY 2026-04-04");
    }

    @Test
    void endsWithTheDepartureThatLeavesTooFew() {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .lifetime(new LifetimeRule(null, new LifetimeRule.Minimum("16", 2)))
                .withdrawal(WithdrawalRule.of("14", SIX_MONTHS))
                .ratified("AM 2026-04-04, BY 2026-04-04, KZ 2026-05-01")
                .acts(Act.WITHDRAWAL, "AM 2027-01-01");

        assertThat(treaty.effect(EffectKind.TERMINATION, null)).isNull();
        treaty.acts(Act.WITHDRAWAL, "KZ 2027-03-01");
        Effect end = treaty.effect(EffectKind.TERMINATION, null);
        assertThat(end.on()).isEqualTo("2027-09-01");
        assertThat(end.entry()).isEqualTo(5);
        assertThat(end.because().en())
                .isEqualTo(
                        "Article 16: withdrawal of KZ (entry 5) takes effect Wednesday 1 September 2027; 1 party remains,"
                                + " and the agreement stays in force with no fewer than 2");
        assertStanding(treaty.position(), "BY", "2027-08-31", Standing.PARTY);
        assertStanding(treaty.position(), "BY", "2027-09-01", Standing.FORMER);
        treaty.revoked("KZ", Act.WITHDRAWAL, "2027-08-31");
        assertThat(treaty.effect(EffectKind.TERMINATION, null)).isNull();
    }

    /** In force since 1 May 1932: ten years, a year's window, and so again every ten years; out a year after the notice. */
    @ParameterizedTest
    @CsvSource({
        // notice, whether it is in time, from when notice can be given
        "1942-04-30, false, 1942-05-01",
        "1942-05-01, true,",
        "1943-04-30, true,",
        "1943-05-01, true,",
        "1943-05-02, false, 1952-05-01",
        "1952-05-01, true,",
        "2023-04-30, true,",
        "2023-05-01, true,",
        "2023-05-02, false, 2032-05-01"
    })
    void letsAStateGiveNoticeWhileAWindowIsOpen(LocalDate notice, boolean inTime, @Nullable LocalDate opens) {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(2)
                .withdrawal(new WithdrawalRule(
                        "30",
                        YEAR,
                        null,
                        new WithdrawalRule.Window(
                                LegalPeriod.ofYears(10),
                                LegalPeriod.ofYears(10),
                                YEAR,
                                WithdrawalRule.From.ENTRY_INTO_FORCE),
                        false))
                .ratified("IE 1931-03-02, GB 1932-05-01, FR 1937-06-24");
        List<Refusal> refusals = Law.refusals(treaty.position(), treaty.fact(Act.WITHDRAWAL, "FR", notice, null));

        assertThat(refusals.isEmpty()).isEqualTo(inTime);
        assertThat(treaty.acts(Act.WITHDRAWAL, "FR " + notice).effect(EffectKind.WITHDRAWAL_EFFECTIVE, "FR") != null)
                .isEqualTo(inTime);
        if (opens != null) {
            assertThat(refusals.get(0).reason().en()).contains("can be given from " + Words.dayEn(opens));
        }
    }

    /** Accepted by two of four for all four. */
    @Test
    void bindsThoseWhoDidNotConsent() {
        TreatyBuilder treaty =
                TreatyBuilder.ofRatifications(2).binding("AM BY KZ UZ").ratified("AM 2026-01-01");
        assertThat(treaty.boundOn("UZ")).isNull();
        treaty.ratified("BY 2026-04-04, KZ 2026-06-01");
        LegalPosition position = treaty.position();

        assertThat(List.of(treaty.boundOn("AM"), treaty.boundOn("BY"), treaty.boundOn("KZ"), treaty.boundOn("UZ")))
                .containsOnly(LocalDate.of(2026, 4, 4));
        assertThat(treaty.boundOn("TJ")).isNull();
        assertThat(position.parties()).extracting(PartyCode::value).containsExactly("AM", "BY", "KZ", "UZ");
        Effect effect = treaty.effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "UZ");
        assertThat(effect.on()).isEqualTo("2026-04-04");
        assertThat(effect.entry()).isEqualTo(-1);
        assertThat(effect.because().en())
                .startsWith("Article 12: binding on UZ from the general entry into force on, without its own consent.");
        assertStanding(position, "UZ", "2026-04-03", Standing.ENTITLED);
        assertStanding(position, "UZ", "2026-04-04", Standing.PARTY);
        assertStanding(position, "KZ", "2026-05-01", Standing.PARTY);
        assertThat(Law.refusals(position, treaty.fact(Act.WITHDRAWAL, "UZ", LocalDate.of(2026, 5, 1), null)))
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.OUT_OF_ORDER);
    }

    /** Sixty days after the notice that it ends; by signature, or by a notification. */
    @Test
    void appliesProvisionallyUntilTheEndOfANotice() {
        TreatyBuilder treaty = TreatyBuilder.ofRatifications(3)
                .openForSignature()
                .provisional(new ProvisionalApplicationRule("45", LegalPeriod.ofDays(0), LegalPeriod.ofDays(60), true))
                .acts(Act.SIGNATURE, "AM 1994-12-17")
                .revoked("AM", Act.SIGNATURE, "2009-08-20");
        LegalPosition position = treaty.position();
        PartyCode party = new PartyCode("AM");

        assertThat(position.appliedProvisionallySince(party, LocalDate.of(1994, 12, 16)))
                .isEmpty();
        assertThat(position.appliedProvisionallySince(party, LocalDate.of(2009, 10, 18)))
                .contains(LocalDate.of(1994, 12, 17));
        assertThat(position.appliedProvisionallySince(party, LocalDate.of(2009, 10, 19)))
                .isEmpty();
        assertThat(treaty.effect(EffectKind.PROVISIONAL_APPLICATION_ENDS, "AM").on())
                .isEqualTo("2009-10-19");
        assertThat(treaty.effect(EffectKind.PROVISIONAL_APPLICATION_ENDS, "AM")
                        .because()
                        .en())
                .isEqualTo(
                        "Article 45: notification that AM ends provisional application received Thursday 20 August 2009"
                                + " (entry 2) + 60 days = Monday 19 October 2009");
        LegalFact again = treaty.fact(Act.PROVISIONAL_APPLICATION, "AM", LocalDate.of(2010, 1, 1), null);
        assertThat(Law.refusals(position, again)).isEmpty();
        assertThat(position.with(again).appliedProvisionallySince(party, LocalDate.of(2010, 1, 1)))
                .contains(LocalDate.of(2010, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-04, false", "2026-05-05, true"})
    void countsADutyFromTheGeneralEntryIntoForce(LocalDate asOf, boolean late) {
        LegalPosition position = TreatyBuilder.ofRatifications(2)
                .later(new EntryIntoForceRule.Later(LegalPeriod.ofYears(1), LegalClock.RECEIPT))
                .duty(new DutyRule(
                        "5",
                        Act.DECLARATION,
                        LegalPeriod.ofDays(30),
                        DutyRule.After.ENTRY_INTO_FORCE,
                        new Bilingual("сообщить", "declare")))
                .ratified("AM 2026-04-04, BY 2026-04-04, KZ 2026-04-10")
                .position();
        Overlays overlays = new Overlays(position, List.of(), asOf);

        assertThat(overlays.of(new PartyCode("AM")).equals(Set.of(Overlay.LATE)))
                .isEqualTo(late);
        assertThat(overlays.of(new PartyCode("KZ"))).isEmpty();
    }

    @Test
    void refusesATermThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LifetimeRule.Term("1", null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeRule.Term("1", YEAR, LocalDate.of(2030, 1, 1), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeRule.Term("1", YEAR, null, LegalPeriod.ofDays(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LifetimeRule.Minimum("1", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WithdrawalRule.Window(
                        YEAR, LegalPeriod.ofDays(0), YEAR, WithdrawalRule.From.ENTRY_INTO_FORCE));
    }

    private static void assertStanding(LegalPosition position, String party, String day, Standing standing) {
        assertThat(position.standingOf(new PartyCode(party), LocalDate.parse(day))
                        .standing())
                .as("%s on %s", party, day)
                .isEqualTo(standing);
    }
}
