package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history, tried on many; a failure names the seed that made it. */
class LawPropertiesTest {

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatHappensDayByDay(long seed) {
        RandomHistory history = new RandomHistory(seed);
        LegalPosition position = LegalPosition.of(Seed.AGREEMENT, history.facts());
        DayByDay world = new DayByDay(history.firstDay(), history.facts());
        for (LocalDate day = history.firstDay(); day.isBefore(history.lastDay()); day = day.plusDays(1)) {
            world.live(day);
            for (AgreementState state : Seed.AGREEMENT.states()) {
                assertThat(position.standingOf(state.party(), day).standing())
                        .as("seed %d, %s on %s", seed, state.party(), day)
                        .isEqualTo(world.standingOf(state.party()));
            }
        }
        assertThat(position.entryIntoForce().filter(day -> day.isBefore(history.lastDay())))
                .as("seed %d", seed)
                .isEqualTo(Optional.ofNullable(world.inForceSince()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameInWhateverOrderItIsDecided(long seed) {
        List<LegalFact> facts = new RandomHistory(seed).facts();
        LegalPosition position = LegalPosition.of(Seed.AGREEMENT, facts);
        List<LegalFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        LegalPosition folded = LegalPosition.of(Seed.AGREEMENT, List.of());
        for (LegalFact fact : shuffled) {
            folded = Law.follow(folded, fact).after();
        }

        assertThat(folded.effects()).as("seed %d", seed).isEqualTo(position.effects());
        assertThat(folded.facts()).as("seed %d", seed).isEqualTo(position.facts());
        assertThat(Duties.of(folded)).as("seed %d", seed).isEqualTo(Duties.of(position));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNotMovedByTheOrderOfReceiptsOnOneDay(long seed) {
        Random random = new Random(seed);
        List<String> signatories = new ArrayList<>(List.of("AM", "BY", "KZ", "KG", "TJ", "UZ"));
        Collections.shuffle(signatories, random);
        LocalDate day = Days.MON_2026_02_02.plusDays(random.nextInt(400));
        LocalDate before = day.minusDays(random.nextInt(60));
        int onTheDay = 2 + random.nextInt(4);

        List<List<String>> dates = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            List<Seed.Note> notes = new ArrayList<>();
            for (int i = 0; i < signatories.size(); i++) {
                boolean sameDay = i < onTheDay;
                notes.add(Seed.completionBy(signatories.get(i))
                        .on(sameDay ? day : before)
                        .at(random.nextInt(24), random.nextInt(60)));
            }
            LegalPosition position = Seed.position(notes.toArray(Seed.Note[]::new));
            dates.add(position.effects().stream()
                    .map(effect ->
                            effect.kind() + " " + effect.party() + " " + effect.on() + " " + effect.alternative())
                    .toList());
        }

        assertThat(dates.get(1)).as("seed %d", seed).isEqualTo(dates.get(0));
        assertThat(dates.get(2)).as("seed %d", seed).isEqualTo(dates.get(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsItsPromisesActByAct(long seed) {
        LegalPosition position = LegalPosition.of(Seed.AGREEMENT, List.of());
        List<LegalFact> facts = new ArrayList<>(new RandomHistory(seed).facts());
        facts.sort(LegalFact.IN_LAW);
        for (LegalFact fact : facts) {
            Consequences consequences = Law.follow(position, fact);
            LegalPosition after = consequences.after();
            String told = "seed " + seed + ", entry " + fact.entry();
            if (after.counted() < after.needed()) {
                assertThat(after.entryIntoForce()).as(told).isEmpty();
            }
            if (!Law.refusals(position, fact).isEmpty() && fact.act() != Act.SIGNATURE) {
                assertThat(consequences.effects()).as(told).isEmpty();
            }
            if (dayOfThreshold(position).equals(dayOfThreshold(after))) {
                assertOthersStay(position, after, fact, told);
                assertThat(consequences.moved()).as(told).isEmpty();
            }
            position.entryIntoForce()
                    .filter(day -> !day.isAfter(fact.receivedOn()))
                    .ifPresent(
                            day -> assertThat(after.entryIntoForce()).as(told).contains(day));
            assertThat(after.effects())
                    .as(told)
                    .extracting(effect -> effect.kind() + " " + effect.party())
                    .doesNotHaveDuplicates();
            position = after;
        }
    }

    /** The properties above say little about histories in which nothing happens. */
    @Test
    void isTriedOnHistoriesInWhichMuchHappens() {
        int entered = 0;
        int lost = 0;
        int left = 0;
        int joinedAgain = 0;
        for (long seed : seeds().toArray()) {
            LegalPosition position = LegalPosition.of(Seed.AGREEMENT, new RandomHistory(seed).facts());
            entered += position.entryIntoForce().isPresent() ? 1 : 0;
            lost += position.chronicle().lost() != null ? 1 : 0;
            for (AgreementState state : Seed.AGREEMENT.states()) {
                List<Participation> all = position.chronicle().participationsOf(state.party());
                left += all.stream().anyMatch(one -> one.standingNotice() != null) ? 1 : 0;
                joinedAgain +=
                        all.stream().anyMatch(one -> one.hasLeftBy(one.consent().receivedOn())) ? 1 : 0;
            }
        }
        assertThat(List.of(entered, lost, left, joinedAgain))
                .allSatisfy(times -> assertThat(times).isGreaterThan(20));
    }

    /** Lists of bodies do not lengthen what the law has to look at, and a life of changes of mind stays quick. */
    @Test
    void staysQuickHoweverLongTheRegisterGrows() {
        List<LegalFact> facts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            facts.add(
                    Seed.listBy("KG").on(Days.MON_2026_02_02.plusDays(i % 300)).asEntry(i));
        }
        for (int i = 0; i < 20_000; i += 2) {
            LocalDate day = Days.MON_2026_02_02.plusDays(i / 100);
            facts.add(
                    Seed.completionBy("KG").on(day).at(1, 0).reference("C" + i).asEntry(100_000L + i));
            facts.add(Seed.revocationBy("KG", "C" + i).on(day).at(1, 0).asEntry(100_001L + i));
        }

        LegalPosition position = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> LegalPosition.of(Seed.AGREEMENT, facts));

        assertThat(position.facts()).hasSize(20_000);
        assertThat(position.counted()).isZero();
    }

    private static Optional<LocalDate> dayOfThreshold(LegalPosition position) {
        return Seed.dayOf(position, EffectKind.THRESHOLD_REACHED, null);
    }

    private static void assertOthersStay(LegalPosition before, LegalPosition after, LegalFact fact, String told) {
        for (AgreementState state : Seed.AGREEMENT.states()) {
            if (!state.party().equals(fact.party())) {
                assertThat(after.boundSince(state.party())).as(told).isEqualTo(before.boundSince(state.party()));
            }
        }
    }
}
