package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when an agreement binds a state whose consent is not among the first, by clauses that are not everywhere. */
class LaterPartiesTest {

    private static final LegalPeriod THIRTY = LegalPeriod.ofDays(30);

    /** Two ratifications and 180 days; the second on 31 October 1996, in force on 29 April 1997. */
    @ParameterizedTest
    @CsvSource({
        // received, in force where later states come after the last one needed, and where once it is in force
        "1996-10-31, 1997-04-29, 1997-04-29",
        "1996-11-01, 1997-04-29, 1997-04-29",
        "1997-04-25, 1997-05-25, 1997-04-29",
        "1997-04-28, 1997-05-28, 1997-04-29",
        "1997-04-29, 1997-05-29, 1997-05-29",
        "1997-04-30, 1997-05-30, 1997-05-30"
    })
    void bindsTogetherThoseWhoConsentBeforeItIsInForce(LocalDate received, LocalDate threshold, LocalDate inForce) {
        assertThat(convention(false, received).boundOn("US")).isEqualTo(threshold);
        assertThat(convention(true, received).boundOn("US")).isEqualTo(inForce);
    }

    @Test
    void saysThatAConsentCameBeforeTheAgreementWasInForce() {
        Effect effect = convention(true, LocalDate.of(1997, 4, 25)).effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "US");

        assertThat(effect.because().en())
                .startsWith(
                        "Article 12: instrument of ratification of US (entry 3) was received before the agreement is in"
                                + " force: in force with the agreement; second instrument received");
        assertThat(effect.because().ru()).contains("получена до вступления соглашения в силу");
    }

    private static TreatyBuilder convention(boolean onceInForce, LocalDate received) {
        return new TreatyBuilder(
                        EntryIntoForceRule.of("12", 2, TreatyBuilder.RATIFICATIONS, LegalPeriod.ofDays(180), THIRTY))
                .later(new EntryIntoForceRule.Later(THIRTY, LegalClock.RECEIPT, onceInForce, false))
                .ratified("AM 1994-01-01, HU 1996-10-31, US " + received);
    }

    @ParameterizedTest
    @CsvSource({
        // the day that the state names, the day on which it is bound where it may and where it may not
        ", 2026-04-04, 2026-04-04",
        "2026-04-03, 2026-04-04, 2026-04-04",
        "2026-04-04, 2026-04-04, 2026-04-04",
        "2026-06-01, 2026-06-01, 2026-04-04"
    })
    void bindsOnALaterDayThatTheStateNames(@Nullable LocalDate named, LocalDate may, LocalDate mayNot) {
        assertThat(naming(named, true).boundOn("KZ")).isEqualTo(may);
        assertThat(naming(named, false).boundOn("KZ")).isEqualTo(mayNot);
        assertThat(naming(named, true)
                        .effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "KZ")
                        .because()
                        .en()
                        .endsWith("the state named a later day: Monday 1 June 2026"))
                .isEqualTo(may.isAfter(mayNot));
    }

    private static TreatyBuilder naming(@Nullable LocalDate named, boolean may) {
        return TreatyBuilder.ofRatifications(2)
                .later(new EntryIntoForceRule.Later(THIRTY, LegalClock.RECEIPT, false, may))
                .ratified("AM 2026-01-01, BY 2026-01-02, KZ 2026-03-05")
                .fact(fact -> new LegalFact(
                        fact.entry(),
                        fact.party(),
                        fact.act(),
                        fact.reference(),
                        fact.receivedAt(),
                        fact.receivedOn(),
                        null,
                        named,
                        null));
    }

    /** Thirty days after the last of those consented whose consent the accession needs. */
    @Test
    void bindsByAnAccessionOnceTheOthersHaveAgreed() {
        LegalClock consents = new LegalClock(LegalClock.Start.CONSENTS, null);
        TreatyBuilder waiting = TreatyBuilder.ofRatifications(2)
                .accession(new EntryIntoForceRule.Later(THIRTY, consents))
                .ratified("AM 2026-01-01, BY 2026-01-02")
                .acts(Act.ACCESSION, "KZ 2026-03-05");

        assertThat(waiting.boundOn("KZ")).isNull();
        assertThat(waiting.effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "KZ")
                        .because()
                        .en())
                .isEqualTo(
                        "Article 13: no date yet: accession of KZ received Thursday 5 March 2026 (entry 3), and waits for"
                                + " the consents from the last of which the period runs");
        assertThat(waiting.position()
                        .standingOf(new PartyCode("KZ"), LocalDate.of(2030, 1, 1))
                        .standing())
                .isEqualTo(Standing.CONTRACTING);
        assertThat(waiting.position().waitingFor(LocalDate.of(2030, 1, 1)).en()).endsWith("waits for nothing");

        TreatyBuilder agreed = waiting.fact(fact -> fact.agreedOn(LocalDate.of(2026, 9, 1)));

        assertThat(agreed.boundOn("KZ")).isEqualTo("2026-10-01");
        assertThat(agreed.effect(EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "KZ")
                        .because()
                        .en())
                .contains("; the last of the consents needed was received Tuesday 1 September 2026 + 30 days = Thursday"
                        + " 1 October 2026");
    }

    @ParameterizedTest
    @CsvSource({
        // length in months, the day of receipt, the first day of the year after, the next 31 December, the next 30 June
        "0, 2026-03-05, 2027-01-01, 2026-12-31, 2026-06-30",
        "0, 2026-12-31, 2027-01-01, 2026-12-31, 2027-06-30",
        "0, 2027-01-01, 2028-01-01, 2027-12-31, 2027-06-30",
        "12, 2017-10-12, 2019-01-01, 2018-12-31, 2019-06-30",
        "6, 2018-12-26, 2020-01-01, 2019-12-31, 2019-06-30",
        "6, 2018-12-31, 2020-01-01, 2019-12-31, 2019-06-30",
        "6, 2019-01-01, 2020-01-01, 2019-12-31, 2020-06-30"
    })
    void countsToADayOfTheYear(int months, LocalDate begin, LocalDate yearAfter, LocalDate december, LocalDate june) {
        LegalPeriod period = LegalPeriod.ofMonths(months);
        Counting full = Counting.always(CountingConvention.AFTER_N_FULL_DAYS);

        assertThat(period.ending(LegalPeriod.Ending.FIRST_OF_YEAR_AFTER).endsOn(begin, full))
                .isEqualTo(yearAfter);
        assertThat(period.onNext(List.of(MonthDay.of(12, 31))).endsOn(begin, full))
                .isEqualTo(december);
        assertThat(period.onNext(List.of(MonthDay.of(6, 30))).endsOn(begin, full))
                .isEqualTo(june);
        assertThat(period.onNext(List.of(MonthDay.of(12, 31), MonthDay.of(6, 30)))
                        .endsOn(begin, full))
                .isEqualTo(june.isBefore(december) ? june : december);
    }

    @Test
    void isNotImmediateWhereADayOfTheYearIsNamed() {
        LegalPeriod period = LegalPeriod.ofDays(0).onNext(List.of(MonthDay.of(2, 29)));

        assertThat(period.isImmediate()).isFalse();
        assertThat(LegalPeriod.ofMonths(1).onNext(List.of(MonthDay.of(3, 31))).isClippedFrom(LocalDate.of(2026, 1, 31)))
                .isFalse();
        assertThat(period.endsOn(LocalDate.of(2026, 2, 1), CountingConvention.DAY_N_AFTER))
                .isEqualTo("2026-02-28");
        assertThat(new Arithmetic(Counting.always(CountingConvention.DAY_N_AFTER))
                        .plus(period, LocalDate.of(2026, 2, 1))
                        .en())
                .isEqualTo(", the next day of the year that is fixed = Saturday 28 February 2026");
    }

    /** Exporters with 80 per cent of exports, importers with 60 per cent of imports, and each of them must be enough. */
    @ParameterizedTest
    @CsvSource({"CI GH US, US", "CI GH FR, ", "CI US FR, ", "CI GH FR DE, DE", "US FR GH CI, CI"})
    void weighsByTwoTables(String who, @Nullable String by) {
        Map<PartyCode, BigDecimal> exports = Map.of(code("CI"), new BigDecimal("45"), code("GH"), new BigDecimal("35"));
        Map<PartyCode, BigDecimal> imports = Map.of(
                code("US"), new BigDecimal("60"), code("FR"), new BigDecimal("20"), code("DE"), new BigDecimal("40"));
        Condition condition = new Condition(
                1,
                List.of(),
                Set.of(),
                List.of(
                        new Condition.Weight("exports", exports, new BigDecimal("80"), false),
                        new Condition.Weight("imports", imports, new BigDecimal("60"), false)),
                null);
        TreatyBuilder treaty = new TreatyBuilder(new EntryIntoForceRule(
                "58",
                List.of(new EntryIntoForceRule.Way(condition, THIRTY, LegalClock.RECEIPT, null)),
                TreatyBuilder.RATIFICATIONS,
                Circle.ALL,
                new EntryIntoForceRule.Later(THIRTY, LegalClock.RECEIPT)));
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (String party : who.split(" ")) {
            treaty.ratified(party + " " + day);
            day = day.plusDays(1);
        }

        Threshold threshold = treaty.position().chronicle().threshold();
        assertThat(threshold == null ? null : threshold.last().party().value()).isEqualTo(by);
        assertThat(treaty.effect(EffectKind.CONSENT_COUNTED, who.substring(0, 2))
                        .because()
                        .en())
                .contains(" (exports); share ")
                .endsWith(" (imports)");
    }

    @Test
    void saysWhatEachWayLacks() {
        EntryIntoForceRule.Way two = new EntryIntoForceRule.Way(Condition.of(2), THIRTY, LegalClock.RECEIPT, null);
        EntryIntoForceRule.Way three =
                new EntryIntoForceRule.Way(Condition.of(3), LegalPeriod.ofDays(0), LegalClock.RECEIPT, null);
        LegalPosition position = new TreatyBuilder(new EntryIntoForceRule(
                        "12",
                        List.of(two, three),
                        TreatyBuilder.RATIFICATIONS,
                        Circle.ALL,
                        new EntryIntoForceRule.Later(THIRTY, LegalClock.RECEIPT)))
                .ratified("AM 2026-01-01")
                .position();

        assertThat(position.outlook(LocalDate.of(2026, 1, 2)).missing())
                .extracting(Bilingual::en)
                .containsExactly("way 1: 1 more instrument", "way 2: 2 more instruments");
    }

    private static PartyCode code(String code) {
        return new PartyCode(code);
    }
}
