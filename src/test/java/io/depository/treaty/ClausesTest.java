package io.depository.treaty;

import static io.depository.treaty.CountingConvention.AFTER_N_FULL_DAYS;
import static io.depository.treaty.CountingConvention.DAY_N_AFTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clauses of every kind, with days counted by hand. Ratifications are received on the days given, one a state. */
class ClausesTest {

    private static final Counting DAY_N = Counting.always(DAY_N_AFTER);
    private static final Map<PartyCode, BigDecimal> SHARES =
            Map.of(Seed.state("AM"), new BigDecimal("40"), Seed.state("BY"), new BigDecimal("15"));

    @ParameterizedTest
    @CsvSource({
        // length, ending, begins on, ends on
        "P0D, ON_THE_DAY, 2026-03-05, 2026-03-05, 2026-03-05",
        "P30D, ON_THE_DAY, 2026-03-05, 2026-04-04, 2026-04-05",
        "P1M, ON_THE_DAY, 2024-01-31, 2024-02-29, 2024-03-01",
        "P1Y, ON_THE_DAY, 2024-02-29, 2025-02-28, 2025-03-01",
        "P1Y, ON_THE_DAY, 1899-12-31, 1900-12-31, 1901-01-01",
        "P1M, FIRST_OF_MONTH_AFTER, 2026-03-05, 2026-05-01, 2026-05-01",
        "P1M, FIRST_OF_MONTH_AFTER, 2026-03-01, 2026-05-01, 2026-05-01",
        "P1M, FIRST_OF_MONTH_AFTER, 2026-01-31, 2026-03-01, 2026-03-01",
        "P60D, FIRST_OF_MONTH_AFTER, 2026-01-01, 2026-04-01, 2026-04-01",
        "P0D, FIRST_OF_MONTH_AFTER, 2026-12-31, 2027-01-01, 2027-01-01",
        "P3M, FIRST_OF_NTH_MONTH, 2026-03-31, 2026-06-01, 2026-06-01",
        "P1M, FIRST_OF_NTH_MONTH, 2199-12-01, 2200-01-01, 2200-01-01"
    })
    void countsAPeriod(String length, LegalPeriod.Ending ending, LocalDate begin, LocalDate end, LocalDate otherwise) {
        LegalPeriod period = period(length).ending(ending);

        assertThat(period.endsOn(begin, DAY_N)).isEqualTo(end);
        assertThat(period.otherwiseEndsOn(begin, DAY_N)).isEqualTo(otherwise);
        assertThat(period.isImmediate()).isEqualTo(length.equals("P0D") && ending == LegalPeriod.Ending.ON_THE_DAY);
    }

    @Test
    void countsAPeriodByItsOwnConvention() {
        LegalPeriod own = LegalPeriod.ofMonths(3).counted(AFTER_N_FULL_DAYS);

        assertThat(own.endsOn(day("1978-05-10"), DAY_N)).isEqualTo(day("1978-08-11"));
        assertThat(own.otherwiseEndsOn(day("1978-05-10"), DAY_N)).isEqualTo(day("1978-08-10"));
    }

    @Test
    void changesTheConventionFromADayOn() {
        Counting counting = new Counting(
                List.of(new Counting.Span(null, AFTER_N_FULL_DAYS), new Counting.Span(day("2005-01-01"), DAY_N_AFTER)));

        assertThat(counting.on(day("2004-12-31"))).isEqualTo(AFTER_N_FULL_DAYS);
        assertThat(counting.on(day("2005-01-01"))).isEqualTo(DAY_N_AFTER);
        assertThat(LegalPeriod.ofDays(30).endsOn(day("2004-12-31"), counting)).isEqualTo(day("2005-01-31"));
        assertThat(LegalPeriod.ofDays(30).endsOn(day("2005-01-01"), counting)).isEqualTo(day("2005-01-31"));
    }

    @Test
    void refusesConventionsOutOfOrder() {
        Counting.Span first = new Counting.Span(null, DAY_N_AFTER);
        Counting.Span later = new Counting.Span(day("2005-01-01"), AFTER_N_FULL_DAYS);
        for (List<Counting.Span> spans : List.of(
                List.<Counting.Span>of(),
                List.of(later),
                List.of(first, first),
                List.of(first, later, later),
                List.of(first, later, new Counting.Span(day("2004-12-31"), DAY_N_AFTER)))) {
            assertThatIllegalArgumentException().as("%s", spans).isThrownBy(() -> new Counting(spans));
        }
        assertThat(new Counting(List.of(first, later)).spans()).hasSize(2);
    }

    /** AM has 40 per cent and BY 15, all others none; they ratify a day apart, in the order given. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # needed, share, exceeding | who ratifies  | met by
            1 | 55 | false | AM,BY,KZ  | BY
            1 | 55 | true  | AM,BY,KZ  |
            1 | 54.99 | true | AM,BY   | BY
            1 | 40 | false | KZ,AM     | AM
            3 | 40 | false | AM,BY,KZ  | KZ
            2 | 55.01 | false | AM,BY,KZ |
            """)
    void weighsConsents(int needed, String share, boolean exceeding, String who, @Nullable String by) {
        Condition.Weight weight = new Condition.Weight("table", SHARES, new BigDecimal(share), exceeding);

        assertThat(metBy(new Condition(needed, List.of(), Set.of(), List.of(weight), null), who))
                .isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # number, of which two of KZ KG TJ, including | who ratifies | met by
            1 |     | AM          | AM
            3 |     | KZ,KG       |
            3 |     | AM,KZ,KG    | KG
            2 |     | AM,BY,KZ,TJ | TJ
            2 | AM  | KZ,KG,BY,AM | AM
            2 | AM  | KZ,KG,BY    |
            """)
    void asksForGroupsAndNamedStates(int number, @Nullable String including, String who, @Nullable String by) {
        List<Condition.Quota> quotas = number == 1
                ? List.of()
                : List.of(new Condition.Quota(2, "asia", Set.of(Seed.state("KZ"), Seed.state("KG"), Seed.state("TJ"))));
        Set<PartyCode> named = including == null ? Set.of() : Set.of(Seed.state(including));

        assertThat(metBy(new Condition(number, quotas, named, List.of(), null), who))
                .isEqualTo(by);
    }

    @Test
    void waitsForAll() {
        Condition signatories =
                new Condition(1, List.of(), Set.of(), List.of(), new Condition.Everyone(true, Set.of(), "s"));
        Condition two = new Condition(
                1,
                List.of(),
                Set.of(),
                List.of(),
                new Condition.Everyone(false, Set.of(Seed.state("AM"), Seed.state("UZ")), "pair"));

        assertThat(metBy(signatories, "AM,BY,KZ,KG,TJ")).isNull();
        assertThat(metBy(signatories, "AM,BY,KZ,KG,TJ,UZ")).isEqualTo("UZ");
        assertThat(metBy(two, "BY,AM,KZ,UZ")).isEqualTo("UZ");
        assertThat(ratified(one(signatories, LegalPeriod.ofDays(30)), "AM,BY").needed())
                .isEqualTo(6);
    }

    @Test
    void takesTheEarliestWay() {
        EntryIntoForceRule.Way soon = way(Condition.of(3), LegalPeriod.ofDays(30), null);
        EntryIntoForceRule.Way fixed = way(Condition.of(2), LegalPeriod.ofDays(0), day("2026-02-15"));

        // The third on 3 February and 30 days: 5 March; the second on 2 February, but not before the 15th.
        assertThat(ratified(List.of(soon, fixed), "AM,BY,KZ").entryIntoForce()).contains(day("2026-02-15"));
        assertThat(ratified(List.of(soon, way(Condition.of(5), LegalPeriod.ofDays(0), null)), "AM,BY,KZ")
                        .entryIntoForce())
                .contains(day("2026-03-05"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-04, 2026-03-05, false", "2026-03-05, 2026-03-05, false", "2026-03-06, 2026-03-06, true"})
    void isNotBeforeAFixedDay(LocalDate floor, LocalDate inForce, boolean held) {
        LegalPosition position = ratified(List.of(way(Condition.of(3), LegalPeriod.ofDays(30), floor)), "AM,BY,KZ");

        assertThat(position.entryIntoForce()).contains(inForce);
        assertThat(because(position, EffectKind.ENTRY_INTO_FORCE, null).contains(", but not before: "))
                .isEqualTo(held);
    }

    @Test
    void runsFromTheNoticeOrFromTheEndOfObjections() {
        LegalClock notice = new LegalClock(LegalClock.Start.NOTICE, null);
        LegalClock objections = new LegalClock(LegalClock.Start.NOTICE, LegalPeriod.ofMonths(6));
        LegalPeriod sixty = LegalPeriod.ofDays(60);

        // Notices go out three days after the receipts of 1, 2 and 3 February: the last one on the 6th.
        assertThat(ratified(List.of(new EntryIntoForceRule.Way(Condition.of(3), sixty, notice, null)), "AM,BY,KZ")
                        .entryIntoForce())
                .contains(day("2026-04-07"));
        LegalPosition last =
                ratified(List.of(new EntryIntoForceRule.Way(Condition.of(3), sixty, objections, null)), "AM,BY,KZ");
        assertThat(last.entryIntoForce()).contains(day("2026-10-05"));
        assertThat(because(last, EffectKind.ENTRY_INTO_FORCE, null))
                .isEqualTo(
                        "Article 12: third instrument received Tuesday 3 February 2026 (entry 3); the depositary gave"
                                + " notice of it Friday 6 February 2026 + 6 months for objections = Thursday 6 August 2026 +"
                                + " 60 days = Monday 5 October 2026; counted: entries 1, 2, 3");
    }

    /** Two registrations, twelve months: the later receipt was registered first. */
    @Test
    void countsByTheNoticesWhereTheClockIsTheNotice() {
        LegalClock notice = new LegalClock(LegalClock.Start.NOTICE, null);
        LegalPeriod year = LegalPeriod.ofMonths(12);
        EntryIntoForceRule rule = new EntryIntoForceRule(
                "28",
                List.of(new EntryIntoForceRule.Way(Condition.of(2), year, notice, null)),
                Set.of(Act.RATIFICATION),
                Circle.ALL,
                new EntryIntoForceRule.Later(year, notice));
        LegalPosition position = LegalPosition.of(
                agreement(rule),
                List.of(
                        ratification(1, "AM", day("2026-05-01")).noticedOn(day("2026-05-01")),
                        ratification(2, "BY", day("2026-05-10")).noticedOn(day("2026-12-01")),
                        ratification(3, "KZ", day("2026-05-20")).noticedOn(day("2026-06-03"))));

        assertThat(position.entryIntoForce()).contains(day("2027-06-03"));
        assertThat(position.boundSince(Seed.state("KZ"))).contains(day("2027-06-03"));
        assertThat(position.boundSince(Seed.state("BY"))).contains(day("2027-12-01"));
    }

    @Test
    void inventsNoNotice() {
        LegalClock notice = new LegalClock(LegalClock.Start.NOTICE, null);
        EntryIntoForceRule rule = new EntryIntoForceRule(
                "12",
                List.of(new EntryIntoForceRule.Way(Condition.of(1), LegalPeriod.ofDays(30), notice, null)),
                Set.of(Act.RATIFICATION),
                Circle.ALL,
                new EntryIntoForceRule.Later(LegalPeriod.ofDays(30), notice));
        LegalPosition position = LegalPosition.of(
                agreement(rule),
                List.of(Seed.actBy("AM", Act.RATIFICATION).on(day("2026-02-01")).asEntry(1)));

        assertThat(because(position, EffectKind.ENTRY_INTO_FORCE, null))
                .contains(
                        "; no day of notice is known, so that it is counted from the receipt: Sunday 1 February 2026");
    }

    /** Half a year for objections ends when the depository counts otherwise; what began before is counted as it began. */
    @Test
    void keepsTheConventionOfTheDayOnWhichItBegan() {
        Counting counting = new Counting(
                List.of(new Counting.Span(null, AFTER_N_FULL_DAYS), new Counting.Span(day("2007-01-01"), DAY_N_AFTER)));
        LegalClock objections = new LegalClock(LegalClock.Start.RECEIPT, LegalPeriod.ofMonths(6));

        assertThat(objections.endsOn(LegalPeriod.ofDays(60), day("2006-10-01"), counting, false))
                .isEqualTo(day("2007-06-02"));
        assertThat(objections.endsOn(LegalPeriod.ofDays(60), day("2007-01-01"), counting, false))
                .isEqualTo(day("2007-08-30"));
    }

    @Test
    void losesTheThresholdToASignatureWhereAllSignatoriesAreNeeded() {
        EntryIntoForceRule rule = new EntryIntoForceRule(
                "12",
                one(
                        new Condition(
                                2,
                                List.of(),
                                Set.of(),
                                List.of(),
                                new Condition.Everyone(true, Set.of(), "signatories")),
                        LegalPeriod.ofDays(30)),
                Set.of(Act.RATIFICATION),
                Circle.ALL,
                new EntryIntoForceRule.Later(LegalPeriod.ofDays(30), LegalClock.RECEIPT));
        FinalClauses clauses = agreement(rule).clauses();
        Agreement open = agreement(rule)
                .with(new FinalClauses(
                        clauses.counting(),
                        new SignatureRule("10", Circle.ALL, null),
                        clauses.consent(),
                        rule,
                        clauses.accession(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()));
        List<LegalFact> facts = new ArrayList<>();
        for (String party : "AM,BY,KZ,KG,TJ,UZ".split(",")) {
            facts.add(ratification(facts.size() + 1, party, day("2026-02-01")));
        }
        LegalPosition met = LegalPosition.of(open, facts);
        LegalPosition lost =
                met.with(Seed.actBy("MD", Act.SIGNATURE).on(day("2026-02-20")).asEntry(9));

        assertThat(met.entryIntoForce()).contains(day("2026-03-03"));
        assertThat(lost.entryIntoForce()).isEmpty();
        assertThat(because(lost, EffectKind.THRESHOLD_LOST, null))
                .isEqualTo("Article 12: signature of MD received Friday 20 February 2026 (entry 9); still needed: the"
                        + " consent of MD, and the date of entry into force, Tuesday 3 March 2026, falls");
    }

    @Test
    void bindsConsentsOfTheLastDayTogether() {
        EntryIntoForceRule rule = new EntryIntoForceRule(
                "12",
                List.of(way(Condition.of(2), LegalPeriod.ofDays(30), null)),
                Set.of(Act.RATIFICATION),
                Circle.ALL,
                new EntryIntoForceRule.Later(LegalPeriod.ofDays(90), LegalClock.RECEIPT));
        LegalPosition position = LegalPosition.of(
                agreement(rule),
                List.of(
                        ratification(1, "AM", day("2026-02-01")),
                        ratification(2, "BY", day("2026-02-02")),
                        ratification(3, "KZ", day("2026-02-02")),
                        ratification(4, "KG", day("2026-02-03"))));

        assertThat(position.boundSince(Seed.state("KZ"))).contains(day("2026-03-04"));
        assertThat(position.boundSince(Seed.state("KG"))).contains(day("2026-05-04"));
        assertThat(because(position, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "KZ"))
                .contains("was received on the same day: in force with the agreement");
    }

    @Test
    void countsOnlyTheStatesWhoseConsentCounts() {
        EntryIntoForceRule rule = new EntryIntoForceRule(
                "12",
                List.of(way(Condition.of(2), LegalPeriod.ofDays(30), null)),
                Set.of(Act.RATIFICATION),
                Circle.of(List.of(Seed.state("AM"), Seed.state("KZ"))),
                new EntryIntoForceRule.Later(LegalPeriod.ofDays(30), LegalClock.RECEIPT));
        LegalPosition two = position(rule, "AM,BY");
        LegalPosition three = position(rule, "AM,BY,KZ");

        assertThat(two.counted()).isEqualTo(1);
        assertThat(two.entryIntoForce()).isEmpty();
        assertThat(three.entryIntoForce()).contains(day("2026-03-05"));
        assertThat(three.boundSince(Seed.state("BY"))).contains(day("2026-03-05"));
        assertThat(because(three, EffectKind.ENTRY_INTO_FORCE, null))
                .endsWith(
                        "counted: entries 1, 3; not counted: entry 2 (BY, not among the states whose consent counts)");
    }

    @Test
    void saysWhatIsMissingAndWhenAtTheEarliest() {
        Condition condition = new Condition(
                4,
                List.of(new Condition.Quota(2, "asia", Set.of(Seed.state("KZ"), Seed.state("KG")))),
                Set.of(Seed.state("BY")),
                List.of(new Condition.Weight("emissions", SHARES, new BigDecimal("55"), false)),
                null);
        LegalPosition position = ratified(one(condition, LegalPeriod.ofDays(30)), "AM,KZ");
        Outlook outlook = position.outlook(day("2026-02-10"));

        assertThat(outlook.missing())
                .extracting(Bilingual::en)
                .containsExactly(
                        "2 more instruments",
                        "1 more from asia",
                        "the consent of BY",
                        "a share of at least 55 % (emissions), there are 40 %");
        assertThat(outlook.missing())
                .extracting(Bilingual::ru)
                .containsExactly(
                        "еще 2 документа",
                        "еще 1 от группы asia",
                        "согласие государств: BY",
                        "доля не менее 55 % (emissions), есть 40 %");
        assertThat(outlook.earliest()).isEqualTo(day("2026-03-12"));
        assertThat(outlook.candidates())
                .extracting(PartyCode::value)
                .contains("BY", "KG")
                .doesNotContain("AM", "KZ");
        assertThat(position.waitingFor(day("2026-02-10")).en())
                .isEqualTo(
                        "Waits for: 2 more instruments; 1 more from asia; the consent of BY; a share of at least 55 %"
                                + " (emissions), there are 40 %; 2 instruments received (Article 12)");
        assertThat(because(position, EffectKind.ENTRY_INTO_FORCE_FOR_PARTY, "AM"))
                .startsWith("Article 12: no date yet: 2 instruments received (entries 1, 2), still needed: 2 more ins");
    }

    @Test
    void tellsHowAConditionWasMet() {
        Condition condition = new Condition(
                2,
                List.of(new Condition.Quota(1, "asia", Set.of(Seed.state("KZ"), Seed.state("KG")))),
                Set.of(Seed.state("BY")),
                List.of(new Condition.Weight("emissions", SHARES, new BigDecimal("15"), false)),
                null);
        LegalPosition position = ratified(one(condition, LegalPeriod.ofDays(30)), "KZ,BY");

        assertThat(because(position, EffectKind.THRESHOLD_REACHED, null))
                .isEqualTo(
                        "Article 12: the condition was met Monday 2 February 2026 (entry 2): 2 instruments, 2 needed;"
                                + " 1 of them from asia, 1 needed; including BY; share 15 % (emissions), at least 15 % needed"
                                + " (entries 1, 2)");
        assertThat(because(position, EffectKind.CONSENT_COUNTED, "BY"))
                .isEqualTo("Article 12: instrument of ratification of BY received Monday 2 February 2026 (entry 2) and"
                        + " counted: the second; share 15 % (emissions)");
    }

    private static @Nullable String metBy(Condition condition, String who) {
        Threshold threshold = ratified(one(condition, LegalPeriod.ofDays(30)), who)
                .chronicle()
                .threshold();
        return threshold == null ? null : threshold.last().party().value();
    }

    private static List<EntryIntoForceRule.Way> one(Condition condition, LegalPeriod period) {
        return List.of(way(condition, period, null));
    }

    private static EntryIntoForceRule.Way way(Condition condition, LegalPeriod period, @Nullable LocalDate floor) {
        return new EntryIntoForceRule.Way(condition, period, LegalClock.RECEIPT, floor);
    }

    /** They ratify on 1 February 2026 and the days after. */
    private static LegalPosition ratified(List<EntryIntoForceRule.Way> ways, String who) {
        return position(
                new EntryIntoForceRule(
                        "12",
                        ways,
                        Set.of(Act.RATIFICATION),
                        Circle.ALL,
                        new EntryIntoForceRule.Later(LegalPeriod.ofDays(30), LegalClock.RECEIPT)),
                who);
    }

    private static LegalPosition position(EntryIntoForceRule rule, String who) {
        List<LegalFact> facts = new ArrayList<>();
        for (String party : who.split(",")) {
            facts.add(ratification(facts.size() + 1, party, day("2026-02-01").plusDays(facts.size())));
        }
        return LegalPosition.of(agreement(rule), facts);
    }

    private static LegalFact ratification(long entry, String party, LocalDate on) {
        return Seed.actBy(party, Act.RATIFICATION).on(on).asEntry(entry).noticedOn(on.plusDays(3));
    }

    private static Agreement agreement(EntryIntoForceRule rule) {
        FinalClauses clauses = Seed.AGREEMENT.clauses();
        return Seed.AGREEMENT.with(new FinalClauses(
                clauses.counting(),
                null,
                new ConsentRule("11", rule.counts(), null),
                rule,
                clauses.accession(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of()));
    }

    private static LegalPeriod period(String length) {
        int amount = Integer.parseInt(length.substring(1, length.length() - 1));
        return length.endsWith("D")
                ? LegalPeriod.ofDays(amount)
                : length.endsWith("M") ? LegalPeriod.ofMonths(amount) : LegalPeriod.ofYears(amount);
    }

    private static String because(LegalPosition position, EffectKind kind, @Nullable String party) {
        return Objects.requireNonNull(Seed.effectOf(position, kind, party))
                .because()
                .en();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
