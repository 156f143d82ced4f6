package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever the final clauses are, tried on random ones; a failure names the seed that made them. */
class ClausePropertiesTest {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Act[] ACTS = {
        Act.SIGNATURE,
        Act.DEFINITIVE_SIGNATURE,
        Act.RATIFICATION,
        Act.RATIFICATION,
        Act.RATIFICATION,
        Act.ACCESSION,
        Act.ACCESSION,
        Act.SUCCESSION,
        Act.PROVISIONAL_APPLICATION,
        Act.WITHDRAWAL,
        Act.WITHDRAWAL,
        Act.REVOCATION,
        Act.REVOCATION,
        Act.REVOCATION
    };
    private static final int DAYS = 1200;
    private static final LocalDate FIRST = LocalDate.of(1900, 2, 1);

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /** For what takes long. */
    static LongStream someSeeds() {
        return LongStream.range(0, 200);
    }

    /** Law sorts by receipt and knowledge by entry: the position of a register is the same by steps and at once. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void isTheSameByStepsInWhateverOrderAsAtOnce(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        List<LegalFact> facts = history(seed, agreement);
        List<LegalFact> known = new ArrayList<>();
        LegalPosition steps = LegalPosition.of(agreement, List.of());
        for (LegalFact fact : facts) {
            known.add(fact);
            steps = steps.with(fact);
            assertSame(seed, steps, LegalPosition.of(agreement, known));
        }
        List<LegalFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));
        LegalPosition late = LegalPosition.of(agreement, List.of());
        for (LegalFact fact : shuffled) {
            late = late.with(fact);
        }
        assertSame(seed, late, steps);
    }

    /** What the depository determines is known whenever it does, and beats what is counted, whatever came before or after. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void isTheSameWheneverADayIsRecorded(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        List<LegalFact> facts = history(seed, agreement);
        List<Determination> determined = determined(seed, facts);
        LegalPosition atOnce = LegalPosition.of(agreement, facts, determined);
        List<Object> mixed = new ArrayList<>(facts);
        mixed.addAll(determined);
        Collections.shuffle(mixed, new Random(seed));
        LegalPosition steps = LegalPosition.of(agreement, List.of());
        for (Object one : mixed) {
            steps = one instanceof LegalFact fact ? steps.with(fact) : steps.with((Determination) one);
        }
        assertSame(seed, steps, atOnce);
        for (Determination one : determined) {
            if (one instanceof RecordedDate date) {
                atOnce.effects().stream()
                        .filter(effect -> effect.kind() == date.kind()
                                && (effect.entry() == date.of() || date.of() == RecordedDate.GENERAL))
                        .forEach(effect -> assertThat(effect.on())
                                .as("seed %d, %s", seed, date)
                                .isEqualTo(date.on()));
            }
        }
    }

    private static List<Determination> determined(long seed, List<LegalFact> facts) {
        Random random = new Random(seed + 1);
        List<Determination> determined = new ArrayList<>();
        Bilingual reason = new Bilingual("так", "so");
        for (LegalFact fact : facts) {
            boolean leaves = fact.act() == Act.WITHDRAWAL;
            if (random.nextInt(6) == 0 && fact.act() != Act.REVOCATION) {
                determined.add(new RecordedDate(
                        1_000L + determined.size(),
                        leaves ? EffectKind.WITHDRAWAL_EFFECTIVE : EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                        fact.entry(),
                        fact.receivedOn().plusDays(random.nextInt(500)),
                        reason,
                        "registrar"));
            }
        }
        if (random.nextInt(3) == 0) {
            determined.add(new RecordedDate(
                    2_000L,
                    EffectKind.ENTRY_INTO_FORCE,
                    RecordedDate.GENERAL,
                    FIRST.plusDays(random.nextInt(DAYS)),
                    reason,
                    "registrar"));
        }
        PartyCode party = RandomAgreement.STATES.get(random.nextInt(RandomAgreement.STATES.size()));
        determined.add(new SettledSignature(2_001L, party, random.nextBoolean(), reason, "registrar"));
        return determined;
    }

    /** The consents of one day bind from the same days in whatever order they came in it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNotMovedByTheOrderOfReceiptsOnOneDay(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        Random random = new Random(seed);
        List<Map<PartyCode, Optional<LocalDate>>> dates = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            days.add(FIRST.plusDays(random.nextInt(60)));
        }
        Map<PartyCode, LocalDate> dayOf = new TreeMap<>();
        RandomAgreement.STATES.forEach(party -> dayOf.put(party, days.get(random.nextInt(days.size()))));
        for (int round = 0; round < 4; round++) {
            List<LegalFact> facts = new ArrayList<>();
            for (PartyCode party : shuffled(RandomAgreement.STATES, random)) {
                facts.add(fact(facts.size(), party, Act.RATIFICATION, dayOf.get(party), random));
            }
            LegalPosition position = LegalPosition.of(agreement, facts);
            Map<PartyCode, Optional<LocalDate>> bound = new TreeMap<>();
            RandomAgreement.STATES.forEach(party -> bound.put(party, position.boundSince(party)));
            dates.add(bound);
        }
        assertThat(new HashSet<>(dates)).as("seed %d", seed).hasSize(1);
    }

    /** Counted by hand: no way into force is open while its condition is not met, and one is once a condition is. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isInForceWhenAndOnlyWhenAConditionIsMet(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        LegalPosition position = LegalPosition.of(agreement, List.of());
        boolean wasInForce = false;
        List<LegalFact> facts = new ArrayList<>(history(seed, agreement));
        facts.sort(LegalFact.IN_LAW);
        for (LegalFact fact : facts) {
            position = position.with(fact);
            wasInForce = wasInForce || hasCome(position, fact.receivedOn());
            if (!wasInForce) {
                assertThat(position.entryIntoForce().isPresent())
                        .as("seed %d, entry %d", seed, fact.entry())
                        .isEqualTo(isAnyMet(agreement, position));
            }
        }
    }

    /** An act moves only its own state's dates, unless it moves the threshold. What has come into force stays (VCLT 55). */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movesNoOtherStatesDate(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        LegalPosition before = LegalPosition.of(agreement, List.of());
        List<LegalFact> facts = new ArrayList<>(history(seed, agreement));
        facts.sort(LegalFact.IN_LAW);
        for (LegalFact fact : facts) {
            LegalPosition after = before.with(fact);
            String told = "seed " + seed + ", " + fact.act() + ", entry " + fact.entry();
            if (before.entryIntoForce().equals(after.entryIntoForce())
                    && dayOfThreshold(before).equals(dayOfThreshold(after))) {
                for (PartyCode party : RandomAgreement.STATES) {
                    if (!party.equals(fact.party())) {
                        assertThat(after.boundSince(party)).as(told).isEqualTo(before.boundSince(party));
                    }
                }
            }
            if (!before.chronicle().signatures().settles(fact) && hasCome(before, fact.receivedOn())) {
                assertThat(after.entryIntoForce()).as(told).isEqualTo(before.entryIntoForce());
            }
            boolean settles = before.chronicle().signatures().settles(fact);
            if (!settles && !Law.refusals(before, fact).isEmpty()) {
                assertThat(Law.follow(before, fact).effects()).as(told).isEmpty();
            }
            before = after;
        }
    }

    /** On every day the standing is the one that a register of only that day's receipts would give. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithARebuiltHistoryOnEveryDay(long seed) {
        Agreement agreement = RandomAgreement.of(seed);
        List<LegalFact> facts = history(seed, agreement);
        LegalPosition position = LegalPosition.of(agreement, facts);
        for (LocalDate day = FIRST.minusDays(1); day.isBefore(FIRST.plusDays(DAYS + 400L)); day = day.plusDays(13)) {
            LocalDate asOf = day;
            LegalPosition then = position.asOf(asOf);
            LegalPosition rebuilt = LegalPosition.of(
                    agreement,
                    facts.stream()
                            .filter(fact -> !fact.receivedOn().isAfter(asOf)
                                    || position.chronicle().signatures().settles(fact))
                            .toList());
            for (PartyCode party : RandomAgreement.STATES) {
                if (agreement.isEntitled(party)) {
                    assertThat(then.standingOf(party, asOf))
                            .as("seed %d, %s on %s", seed, party, asOf)
                            .isEqualTo(rebuilt.standingOf(party, asOf));
                }
            }
            assertThat(then.waitingFor(asOf)).as("seed %d", seed).isEqualTo(rebuilt.waitingFor(asOf));
            assertThat(then.outlook(asOf)).as("seed %d", seed).isEqualTo(rebuilt.outlook(asOf));
        }
    }

    /** The properties above say little about histories in which nothing happens. */
    @Test
    void isTriedOnHistoriesInWhichMuchHappens() {
        Map<EffectKind, Integer> kinds = new TreeMap<>();
        for (long seed : seeds().toArray()) {
            Agreement agreement = RandomAgreement.of(seed);
            LegalPosition.of(agreement, history(seed, agreement))
                    .effects()
                    .forEach(effect -> kinds.merge(effect.kind(), 1, Integer::sum));
        }
        Set<EffectKind> expected = new HashSet<>(Set.of(EffectKind.values()));
        expected.remove(EffectKind.AUTHORIZED_BODIES_LISTED);
        assertThat(kinds.keySet()).isEqualTo(expected);
        assertThat(kinds.values()).allSatisfy(times -> assertThat(times).isGreaterThan(2));
    }

    private static Optional<LocalDate> dayOfThreshold(LegalPosition position) {
        return Seed.dayOf(position, EffectKind.THRESHOLD_REACHED, null);
    }

    private static boolean hasCome(LegalPosition position, LocalDate day) {
        return position.entryIntoForce().filter(on -> !on.isAfter(day)).isPresent();
    }

    private static boolean isAnyMet(Agreement agreement, LegalPosition position) {
        List<PartyCode> counted =
                position.chronicle().counted().stream().map(LegalFact::party).toList();
        return agreement.clauses().entryIntoForce().ways().stream()
                .anyMatch(way -> isMet(
                        way.condition(),
                        counted,
                        position.chronicle().signatures().known()));
    }

    private static boolean isMet(Condition condition, List<PartyCode> parties, Set<PartyCode> signatories) {
        Condition.Everyone all = condition.all();
        return parties.size() >= condition.number()
                && parties.containsAll(condition.including())
                && (all == null || parties.containsAll(all.signatories() ? signatories : all.states()))
                && condition.ofWhich().stream()
                        .allMatch(quota -> parties.stream()
                                        .filter(quota.members()::contains)
                                        .count()
                                >= quota.number())
                && condition.weights().stream().allMatch(weight -> isHeavyEnough(weight, parties));
    }

    private static boolean isHeavyEnough(Condition.Weight weight, List<PartyCode> parties) {
        BigDecimal share = BigDecimal.ZERO;
        for (PartyCode party : parties) {
            share = share.add(weight.shares().get(party));
        }
        int compared = share.compareTo(weight.atLeast());
        return weight.exceeding() ? compared > 0 : compared >= 0;
    }

    private static void assertSame(long seed, LegalPosition one, LegalPosition other) {
        assertThat(one.facts()).as("seed %d", seed).isEqualTo(other.facts());
        assertThat(one.effects()).as("seed %d", seed).isEqualTo(other.effects());
        for (PartyCode party : one.parties()) {
            for (int days = 0; days < DAYS + 400; days += 97) {
                LocalDate day = FIRST.plusDays(days);
                assertThat(one.standingOf(party, day))
                        .as("seed %d, %s on %s", seed, party, day)
                        .isEqualTo(other.standingOf(party, day));
            }
        }
    }

    /** Sense and nonsense mixed, leap days and ends of months among the days. */
    private static List<LegalFact> history(long seed, Agreement agreement) {
        Random random = new Random(seed ^ 0x5eedL);
        List<LegalFact> facts = new ArrayList<>();
        int count = random.nextInt(90);
        for (int i = 0; i < count; i++) {
            PartyCode party = RandomAgreement.STATES.get(random.nextInt(RandomAgreement.STATES.size()));
            LocalDate day = FIRST.plusDays((long) (random.nextDouble() * random.nextDouble() * DAYS));
            Act act = ACTS[random.nextInt(ACTS.length)];
            LegalFact fact = fact(i, party, act, day, random);
            facts.add(act == Act.REVOCATION ? revocation(fact, facts, random) : fact);
        }
        return facts;
    }

    private static LegalFact fact(long entry, PartyCode party, Act act, LocalDate day, Random random) {
        LocalDate effective = switch (act) {
            case WITHDRAWAL -> random.nextInt(3) == 0 ? day.plusDays(random.nextInt(300)) : null;
            case SUCCESSION -> day.minusDays(random.nextInt(300));
            default -> null;
        };
        return new LegalFact(
                        entry,
                        party,
                        act,
                        party + "-" + entry,
                        day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                                .atZone(MINSK)
                                .toInstant(),
                        day,
                        null,
                        effective,
                        null)
                .noticedOn(day.plusDays(Math.floorMod(Objects.hash(party.value(), day), 90)));
    }

    private static LegalFact revocation(LegalFact fact, List<LegalFact> earlier, Random random) {
        List<LegalFact> own = earlier.stream()
                .filter(other -> other.party().equals(fact.party()))
                .toList();
        LegalFact.Target target = own.isEmpty()
                ? null
                : new LegalFact.Target(
                        fact.party(),
                        own.get(random.nextInt(3) > 0 ? own.size() - 1 : random.nextInt(own.size()))
                                .reference());
        return new LegalFact(
                fact.entry(),
                fact.party(),
                fact.act(),
                fact.reference(),
                fact.receivedAt(),
                fact.receivedOn(),
                target,
                null,
                null);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
