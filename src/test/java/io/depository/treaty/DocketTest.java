package io.depository.treaty;

import static io.depository.treaty.Seed.accessionBy;
import static io.depository.treaty.Seed.actBy;
import static io.depository.treaty.Seed.completionBy;
import static io.depository.treaty.Seed.listBy;
import static io.depository.treaty.Seed.revocationBy;
import static io.depository.treaty.Seed.state;
import static io.depository.treaty.Seed.withdrawalBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Acts examined one after another: what is refused, what follows, and that ten thousand of them cost no more each. */
class DocketTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void tellsOfEachActWhatFollowsOrWhyItIsRefused() {
        Docket docket = Docket.of(
                Seed.AGREEMENT,
                Seed.facts(
                        completionBy("KG").on(Days.MON_2026_02_02),
                        accessionBy("MD").on(Days.TUE_2026_02_03),
                        completionBy("KZ").on(Days.WED_2026_02_04),
                        completionBy("KG").on(Days.SUN_2026_03_01),
                        completionBy("BY").on(Days.THU_2026_03_05),
                        accessionBy("DE").on(Days.FRI_2026_03_06),
                        completionBy("AZ").on(Days.SAT_2026_03_07),
                        listBy("KG").on(Days.TUE_2026_03_10),
                        actBy("KZ", Act.RATIFICATION).on(Days.FRI_2026_03_20),
                        withdrawalBy("KZ").on(Days.FRI_2026_04_03),
                        withdrawalBy("KZ").on(Days.MON_2026_04_06)),
                List.of());

        assertThat(docket.examined().stream().map(DocketTest::inOneLine))
                .containsExactly(
                        "KG counted entry-into-force-for-party 2026-04-04",
                        "MD registered entry-into-force-for-party 2026-04-04",
                        "KZ counted entry-into-force-for-party 2026-04-04",
                        "KG ALREADY_DONE",
                        "BY counted entry-into-force-for-party 2026-04-04",
                        "DE NOT_ENTITLED",
                        "AZ counted entry-into-force-for-party 2026-04-06",
                        "KG registered authorized-bodies-listed 2026-03-10",
                        "KZ ACT_NOT_ALLOWED",
                        "KZ OUT_OF_ORDER",
                        "KZ registered withdrawal-effective 2026-10-06");
        assertThat(docket.position().entryIntoForce()).contains(Days.SAT_2026_04_04);
        assertThat(docket.examined().get(1).notes().get(0).en())
                .isEqualTo(
                        "Article 12: entry 2 does not count towards entry into force: accession does not" + " count");
        assertThat(docket.examined().get(6).notes().get(0).en()).contains("is in doubt");
    }

    @Test
    void saysByWhatAnActWasTakenBack() {
        Docket docket = Docket.of(
                Seed.AGREEMENT,
                Seed.facts(
                        completionBy("KG").on(Days.MON_2026_02_02).reference("A"),
                        revocationBy("KG", "A").on(Days.TUE_2026_02_03),
                        actBy("KZ", Act.DECLARATION).on(Days.TUE_2026_02_03).reference("D"),
                        revocationBy("KZ", "D").on(Days.WED_2026_02_04),
                        revocationBy("KZ", "nothing").on(Days.WED_2026_02_04)),
                List.of());

        assertThat(docket.examined().stream().map(DocketTest::inOneLine))
                .containsExactly(
                        "KG registered",
                        "KG registered consent-withdrawn 2026-02-03",
                        "KZ registered",
                        "KZ registered",
                        "KZ NOTHING_TO_REVOKE");
        assertThat(docket.examined().get(0).notes().get(0).en())
                .contains("revoked")
                .contains("(entry 2)");
    }

    @Test
    void tellsOfWhatHasEndedToo() {
        LocalDate again = LocalDate.of(2027, 1, 11);
        Docket docket = Docket.of(
                Seed.AGREEMENT,
                Seed.facts(
                        completionBy("KG").on(Days.MON_2026_02_02),
                        completionBy("KZ").on(Days.MON_2026_02_02),
                        completionBy("BY").on(Days.MON_2026_02_02),
                        withdrawalBy("KG").on(Days.MON_2026_04_06),
                        accessionBy("KG").on(again)),
                List.of());

        assertThat(docket.examined().stream().map(DocketTest::inOneLine))
                .contains(
                        "KG counted entry-into-force-for-party 2026-03-04",
                        "KG registered withdrawal-effective 2026-10-06",
                        "KG registered entry-into-force-for-party 2027-02-10");
    }

    @Test
    void letsARecordedDayBeatTheComputedOneAndKeepsBoth() {
        RecordedDate recorded = new RecordedDate(
                9,
                EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                4,
                Days.SUN_2026_04_05,
                new Bilingual("так записано", "so recorded"),
                "archive");
        Docket docket = Docket.of(
                Seed.AGREEMENT,
                Seed.facts(
                        completionBy("KG").on(Days.MON_2026_02_02),
                        completionBy("KZ").on(Days.MON_2026_02_02),
                        completionBy("BY").on(Days.TUE_2026_02_03),
                        completionBy("UZ").on(Days.THU_2026_03_05)),
                List.of(recorded));

        Effect effect = docket.examined().get(3).effects().get(1);
        assertThat(effect.on()).isEqualTo(Days.SUN_2026_04_05);
        assertThat(effect.computed()).isEqualTo(Days.SAT_2026_04_04);
        assertThat(effect.otherwise()).isEqualTo(Days.SUN_2026_04_05);
        assertThat(effect.because().en()).contains("1 day later, as by the other way of counting");
    }

    @Test
    void examinesActsBesideThoseThatStand() {
        LegalPosition known = Seed.position(
                completionBy("KG").on(Days.MON_2026_02_02), completionBy("KZ").on(Days.WED_2026_02_04));

        Docket docket = Docket.of(
                known,
                List.of(
                        completionBy("BY").on(Days.THU_2026_03_05).considered(),
                        completionBy("KG").on(Days.FRI_2026_03_06).considered()));

        assertThat(docket.examined().stream().map(DocketTest::inOneLine))
                .containsExactly("BY counted entry-into-force-for-party 2026-04-04", "KG ALREADY_DONE");
        assertThat(docket.position().entryIntoForce()).contains(Days.SAT_2026_04_04);
        assertThat(known.entryIntoForce()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refusesWhatWouldBeRefusedOneByOne(long seed) {
        List<LegalFact> facts = new ArrayList<>(new RandomHistory(seed).facts());
        facts.sort(LegalFact.IN_LAW);
        LegalPosition position = LegalPosition.of(Seed.AGREEMENT, List.of());
        List<List<Refusal>> refusals = new ArrayList<>();
        for (LegalFact fact : facts) {
            List<Refusal> broken = Law.refusals(position, fact);
            refusals.add(broken);
            position = broken.isEmpty() ? position.with(fact) : position;
        }

        Docket docket = Docket.of(Seed.AGREEMENT, facts, List.of());

        assertThat(docket.examined().stream().map(Examined::refusals))
                .as("seed %d", seed)
                .isEqualTo(refusals);
        assertThat(docket.position().effects()).as("seed %d", seed).isEqualTo(position.effects());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsTheStandingFromTheLatestActsAlone(long seed) {
        RandomHistory history = new RandomHistory(seed);
        LegalPosition position = LegalPosition.of(Seed.AGREEMENT, List.of());
        List<LegalFact> facts = new ArrayList<>(history.facts());
        facts.sort(LegalFact.IN_LAW);
        for (LegalFact fact : facts) {
            position = position.with(fact);
            for (long later : new long[] {0, 1, 29, 30, 31, 200}) {
                LocalDate day = fact.receivedOn().plusDays(later);
                for (AgreementState state : Seed.AGREEMENT.states()) {
                    assertThat(StandingHistory.latest(state.party(), position.chronicle(), day))
                            .as("seed %d, %s on %s", seed, state.party(), day)
                            .isEqualTo(position.standingOf(state.party(), day).standing());
                }
            }
        }
    }

    /** Files that would cost the square of their length if every act were compared with all before it. */
    enum Shape {
        ALL_REFUSED,
        ONE_STATE_JOINS_AND_LEAVES,
        ONE_STATE_GIVES_NOTICE_AND_REVOKES,
        MANY_STATES
    }

    @ParameterizedTest
    @EnumSource
    void costsNoMoreForEachOfManyActs(Shape shape) {
        for (int warming = 0; warming < 20; warming++) {
            Docket.of(Seed.AGREEMENT, acts(shape, 1_000), List.of());
        }
        double few = fastest(acts(shape, 2_000));
        double many = fastest(acts(shape, 20_000));
        // Ten times the acts: ten times the cost where it is linear, a hundred times where it is quadratic.
        assertThat(many / few).as("%s: %.2f ms and %.2f ms", shape, few, many).isLessThan(40);
    }

    private static double fastest(List<LegalFact> acts) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    Docket.of(Seed.AGREEMENT, acts, List.of());
                    return (System.nanoTime() - start) / 1e6;
                })
                .limit(7)
                .min(Double::compare)
                .orElseThrow();
    }

    private static List<LegalFact> acts(Shape shape, int count) {
        Random random = new Random(count);
        String[] codes = {"KG", "KZ", "BY", "AM", "TJ", "UZ", "MD", "TM", "UA"};
        List<LegalFact> acts = new ArrayList<>();
        LocalDate day = LocalDate.of(2025, 7, 1);
        for (String code : List.of("KG", "KZ", "BY")) {
            acts.add(fact(acts.size(), code, Act.COMPLETION_OF_PROCEDURES, day));
        }
        while (acts.size() < count) {
            int turn = acts.size() % 2;
            day = day.plusDays(shape == Shape.ONE_STATE_JOINS_AND_LEAVES ? 200 : 31);
            acts.add(
                    switch (shape) {
                        case ALL_REFUSED -> fact(acts.size(), "KG", Act.COMPLETION_OF_PROCEDURES, day);
                        case ONE_STATE_JOINS_AND_LEAVES ->
                            fact(acts.size(), "KG", turn == 1 ? Act.WITHDRAWAL : Act.ACCESSION, day);
                        case ONE_STATE_GIVES_NOTICE_AND_REVOKES ->
                            fact(acts.size(), "KG", turn == 1 ? Act.WITHDRAWAL : Act.REVOCATION, day);
                        case MANY_STATES ->
                            fact(
                                    acts.size(),
                                    codes[random.nextInt(codes.length)],
                                    turn == 1 ? Act.WITHDRAWAL : Act.ACCESSION,
                                    day);
                    });
        }
        return acts;
    }

    private static LegalFact fact(int entry, String party, Act act, LocalDate day) {
        return new LegalFact(
                entry,
                state(party),
                act,
                "N" + entry,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day,
                act == Act.REVOCATION ? new LegalFact.Target(state(party), "N" + (entry - 1)) : null,
                null,
                null);
    }

    private static String inOneLine(Examined examined) {
        String outcome = examined.isRegistered()
                ? examined.isCounted() ? "counted" : "registered"
                : examined.refusals().get(0).kind().name();
        List<Effect> effects = examined.effects();
        Effect last = effects.isEmpty() ? null : effects.get(effects.size() - 1);
        return examined.act().party() + " " + outcome
                + (last == null ? "" : " " + last.kind().wireName() + " " + last.on());
    }
}
