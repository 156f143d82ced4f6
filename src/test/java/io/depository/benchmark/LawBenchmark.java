package io.depository.benchmark;

import io.depository.agreements.AgreementFiles;
import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Law;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Signature;
import io.depository.treaty.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How fast the law is, beside a plain loop over the same acts: {@code mvn -q exec:exec@law-benchmark}. The loop keeps the
 * last act of each state and counts consents; it knows no dates, no order and no reasons, and is the floor.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LawBenchmark {

    private static final int STATES = 200;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);

    /** One agreement with 200 states and 2,000 acts. */
    @State(Scope.Benchmark)
    public static class OneAgreement {
        List<LegalFact> facts;
        LegalPosition position;
        LocalDate asOf;

        @Setup
        public void make() {
            facts = acts(2_000, 0);
            position = LegalPosition.of(AGREEMENT, facts);
            asOf = FIRST.plusDays(1_000);
        }
    }

    /** A register of a million acts under 500 agreements. */
    @State(Scope.Benchmark)
    public static class WholeRegister {
        List<List<LegalFact>> agreements;

        @Setup(Level.Trial)
        public void make() {
            agreements = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                agreements.add(acts(2_000, i * 2_000L));
            }
        }
    }

    /** An agreement to which an act is added, be it young or old. */
    @State(Scope.Benchmark)
    public static class Growing {
        @Param({"200", "2000", "20000"})
        int acts;

        LegalPosition position;
        LegalFact next;

        @Setup
        public void make() {
            position = LegalPosition.of(AGREEMENT, acts(acts, 0));
            LocalDate day = FIRST.plusDays(acts + 1L);
            next = fact(acts, party(0), Act.WITHDRAWAL, day, null);
            // The position before is told once by whoever decided last.
            position.effects();
        }
    }

    private static final Agreement AGREEMENT = agreement();

    @Benchmark
    public int standingsFolded(OneAgreement one) {
        return parties(LegalPosition.of(AGREEMENT, one.facts), one.asOf);
    }

    @Benchmark
    public int standingsAsked(OneAgreement one) {
        return parties(one.position, one.asOf);
    }

    @Benchmark
    public int plainLoop(OneAgreement one) {
        return plain(one.facts);
    }

    @Benchmark
    public void registerRebuilt(WholeRegister register, Blackhole hole) {
        for (List<LegalFact> facts : register.agreements) {
            hole.consume(parties(LegalPosition.of(AGREEMENT, facts), FIRST.plusDays(1_000)));
        }
    }

    @Benchmark
    public void registerLooped(WholeRegister register, Blackhole hole) {
        for (List<LegalFact> facts : register.agreements) {
            hole.consume(plain(facts));
        }
    }

    @Benchmark
    public Object actFollowed(Growing growing) {
        return Law.follow(growing.position, growing.next);
    }

    private static int parties(LegalPosition position, LocalDate asOf) {
        int parties = 0;
        for (AgreementState state : AGREEMENT.states()) {
            parties += position.standingOf(state.party(), asOf).standing() == Standing.PARTY ? 1 : 0;
        }
        return parties;
    }

    private static int plain(List<LegalFact> facts) {
        Map<PartyCode, LegalFact> last = new HashMap<>();
        int consents = 0;
        for (LegalFact fact : facts) {
            last.put(fact.party(), fact);
            consents += fact.act() == Act.COMPLETION_OF_PROCEDURES ? 1 : 0;
        }
        return last.size() + consents;
    }

    /** The seed's clauses with 200 signatories. */
    private static Agreement agreement() {
        Agreement seed = new AgreementFiles().loadAll(null).get(0).agreement();
        List<AgreementState> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            Bilingual name = new Bilingual("Государство " + i, "State " + i);
            states.add(new AgreementState(party(i), name, Signature.SIGNED, FIRST.minusDays(1), null, "benchmark"));
        }
        return new Agreement(
                seed.id(),
                seed.title(),
                seed.signedPlace(),
                FIRST.minusDays(1),
                seed.depository(),
                seed.zone(),
                states,
                seed.openTo(),
                null,
                seed.clauses());
    }

    private static PartyCode party(int number) {
        return new PartyCode("" + (char) ('A' + number / 26) + (char) ('A' + number % 26));
    }

    /** Each state consents; then by turns each gives notice of withdrawal and takes it back. */
    private static List<LegalFact> acts(int count, long firstEntry) {
        List<LegalFact> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PartyCode party = party(i % STATES);
            int round = i / STATES;
            LocalDate day = FIRST.plusDays(i);
            Act act = round == 0 ? Act.COMPLETION_OF_PROCEDURES : round % 2 == 1 ? Act.WITHDRAWAL : Act.REVOCATION;
            LegalFact.Target target =
                    act == Act.REVOCATION ? new LegalFact.Target(party, Long.toString(firstEntry + i - STATES)) : null;
            // A notice runs for half a year, and a round for 200 days: it is taken back by asking for a later day.
            acts.add(fact(firstEntry + i, party, act, day, target));
        }
        return acts;
    }

    private static LegalFact fact(long entry, PartyCode party, Act act, LocalDate day, LegalFact.Target target) {
        LocalDate later = act == Act.WITHDRAWAL ? day.plusDays(300) : null;
        return new LegalFact(
                entry,
                party,
                act,
                Long.toString(entry),
                Instant.parse("2000-01-01T09:00:00Z").plusSeconds(entry),
                day,
                target,
                later,
                null);
    }

    /** Runs all, and prints each as a ratio to the plain loop over the same acts. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(LawBenchmark.class.getName() + ".*")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
        Map<String, Double> scores = new HashMap<>();
        for (RunResult result : results) {
            String acts = result.getParams().getParam("acts");
            String name = result.getPrimaryResult().getLabel() + (acts == null ? "" : " " + acts);
            scores.put(name, result.getPrimaryResult().getScore());
        }
        ratio("200 standings folded from 2,000 acts", scores, "standingsFolded", "plainLoop");
        ratio("200 standings of a position at hand", scores, "standingsAsked", "plainLoop");
        ratio("a million entries rebuilt", scores, "registerRebuilt", "registerLooped");
        ratio("an act followed after 2,000 acts, to after 200", scores, "actFollowed 2000", "actFollowed 200");
        ratio("an act followed after 20,000 acts, to after 200", scores, "actFollowed 20000", "actFollowed 200");
        System.out.printf(
                Locale.ROOT, "entries rebuilt a second: %,.0f%n", 1e6 / (scores.get("registerRebuilt") / 1e6));
    }

    private static void ratio(String what, Map<String, Double> scores, String of, String to) {
        System.out.printf(
                Locale.ROOT,
                "%-50s %8.2f times the baseline (%.1f µs to %.1f µs)%n",
                what,
                scores.get(of) / scores.get(to),
                scores.get(of),
                scores.get(to));
    }
}
