package io.depository.treaty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An agreement with final clauses of every kind, the same for the same seed. Twelve states; some may be strangers. */
final class RandomAgreement {

    static final List<PartyCode> STATES =
            List.of("AM", "AZ", "BY", "DE", "FR", "KG", "KZ", "MD", "RU", "TJ", "UA", "UZ").stream()
                    .map(PartyCode::new)
                    .toList();

    private static final Bilingual WORDS = new Bilingual("слова", "words");

    private final Random random;

    private RandomAgreement(Random random) {
        this.random = random;
    }

    static Agreement of(long seed) {
        return new RandomAgreement(new Random(seed)).agreement();
    }

    private Agreement agreement() {
        List<AgreementState> named = new ArrayList<>();
        for (PartyCode party : STATES) {
            if (random.nextInt(4) > 0) {
                Signature signature = Signature.values()[random.nextInt(3)];
                named.add(new AgreementState(
                        party, WORDS, signature, null, signature == Signature.DOUBTFUL ? WORDS : null, "source"));
            }
        }
        return new Agreement(
                "random",
                WORDS,
                "Minsk",
                LocalDate.of(1900, 1, 1),
                "depository",
                ZoneId.of("Europe/Minsk"),
                named,
                random.nextBoolean() ? Circle.ALL : Circle.of(some(3)),
                null,
                clauses());
    }

    private FinalClauses clauses() {
        Set<Act> counts = EnumSet.of(Act.RATIFICATION);
        if (random.nextBoolean()) {
            counts.add(Act.ACCESSION);
        }
        if (random.nextInt(3) == 0) {
            counts.add(Act.DEFINITIVE_SIGNATURE);
        }
        Set<Act> consents = EnumSet.copyOf(counts);
        consents.remove(Act.ACCESSION);
        return new FinalClauses(
                counting(),
                random.nextBoolean() ? new SignatureRule("10", circle(), null) : null,
                new ConsentRule("11", consents, random.nextInt(4) == 0 ? circle() : null),
                entryIntoForce(counts),
                new AccessionRule("13", circle(), random.nextInt(4) == 0, random.nextInt(4) == 0, accessionLater()),
                random.nextBoolean() ? new SuccessionRule("14", circle()) : null,
                random.nextBoolean() ? provisional() : null,
                withdrawal(),
                null,
                List.of(),
                null,
                List.of(),
                lifetime());
    }

    private ProvisionalApplicationRule provisional() {
        return new ProvisionalApplicationRule(
                "15", period(), random.nextBoolean() ? LegalPeriod.ofDays(60) : null, random.nextInt(3) == 0);
    }

    private LifetimeRule lifetime() {
        LifetimeRule.Term term = switch (random.nextInt(6)) {
            case 0 -> new LifetimeRule.Term("17", LegalPeriod.ofYears(2), null, null);
            case 1 -> new LifetimeRule.Term("17", LegalPeriod.ofYears(1), null, LegalPeriod.ofMonths(6));
            case 2 -> new LifetimeRule.Term("17", null, LocalDate.of(1903, 1, 1), null);
            default -> null;
        };
        return new LifetimeRule(
                term, random.nextInt(3) == 0 ? new LifetimeRule.Minimum("18", 1 + random.nextInt(4)) : null);
    }

    private EntryIntoForceRule.Later accessionLater() {
        LegalClock clock = random.nextInt(6) == 0 ? new LegalClock(LegalClock.Start.CONSENTS, null) : clock();
        return new EntryIntoForceRule.Later(period(), clock, false, random.nextBoolean());
    }

    private EntryIntoForceRule entryIntoForce(Set<Act> counts) {
        List<EntryIntoForceRule.Way> ways = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            LocalDate floor = random.nextInt(4) == 0 ? LocalDate.of(1901, 1, 1).plusDays(random.nextInt(900)) : null;
            ways.add(new EntryIntoForceRule.Way(condition(), period(), clock(), floor));
        }
        Circle from = random.nextInt(3) == 0 ? Circle.of(some(8)) : Circle.ALL;
        return new EntryIntoForceRule(
                "12",
                ways,
                counts,
                from,
                new EntryIntoForceRule.Later(period(), clock(), random.nextInt(3) == 0, random.nextBoolean()),
                random.nextInt(5) == 0 ? Circle.of(some(3)) : null,
                null);
    }

    private Condition condition() {
        int number = 1 + random.nextInt(5);
        List<Condition.Quota> quotas = random.nextInt(3) == 0
                ? List.of(new Condition.Quota(1 + random.nextInt(2), "group", Set.copyOf(some(6))))
                : List.of();
        Set<PartyCode> including = random.nextInt(4) == 0 ? Set.copyOf(some(1)) : Set.of();
        return new Condition(
                number, quotas, including, random.nextInt(3) == 0 ? List.of(weight()) : List.of(), everyone());
    }

    private Condition.Weight weight() {
        Map<PartyCode, BigDecimal> shares = new HashMap<>();
        for (PartyCode party : STATES) {
            shares.put(party, new BigDecimal(random.nextInt(1500)).movePointLeft(2));
        }
        return new Condition.Weight("table", shares, new BigDecimal(random.nextInt(30)), random.nextBoolean());
    }

    private Condition.Everyone everyone() {
        return switch (random.nextInt(12)) {
            case 0 -> new Condition.Everyone(false, Set.copyOf(some(2)), "pair");
            case 1 -> new Condition.Everyone(true, Set.of(), "signatories");
            default -> null;
        };
    }

    private WithdrawalRule withdrawal() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        WithdrawalRule.Earliest earliest = random.nextBoolean()
                ? null
                : new WithdrawalRule.Earliest(
                        period(), WithdrawalRule.From.values()[random.nextInt(2)], random.nextBoolean());
        WithdrawalRule.Window window = random.nextInt(3) > 0
                ? null
                : new WithdrawalRule.Window(
                        LegalPeriod.ofMonths(3),
                        LegalPeriod.ofMonths(6),
                        LegalPeriod.ofMonths(3),
                        WithdrawalRule.From.values()[random.nextInt(2)]);
        return new WithdrawalRule("16", period(), earliest, window, random.nextInt(3) == 0);
    }

    private Counting counting() {
        CountingConvention first = CountingConvention.values()[random.nextInt(2)];
        return random.nextInt(3) > 0
                ? Counting.always(first)
                : new Counting(List.of(
                        new Counting.Span(null, first), new Counting.Span(LocalDate.of(1901, 6, 1), first.other())));
    }

    LegalPeriod period() {
        LegalPeriod period = switch (random.nextInt(5)) {
            case 0 -> LegalPeriod.ofDays(0);
            case 1 -> LegalPeriod.ofDays(1 + random.nextInt(60));
            case 2 -> LegalPeriod.ofYears(1);
            default -> LegalPeriod.ofMonths(1 + random.nextInt(12));
        };
        if (period.unit() == LegalPeriod.Unit.MONTHS && random.nextInt(3) == 0) {
            period = period.ending(LegalPeriod.Ending.values()[random.nextInt(4)]);
        }
        if (period.ending() == LegalPeriod.Ending.ON_THE_DAY && random.nextInt(8) == 0) {
            period = period.onNext(List.of(MonthDay.of(6, 30), MonthDay.of(12, 31)));
        }
        return random.nextInt(5) == 0 ? period.counted(CountingConvention.values()[random.nextInt(2)]) : period;
    }

    private LegalClock clock() {
        return random.nextInt(3) > 0
                ? LegalClock.RECEIPT
                : new LegalClock(
                        LegalClock.Start.values()[random.nextInt(2)],
                        random.nextBoolean() ? LegalPeriod.ofMonths(1 + random.nextInt(6)) : null);
    }

    private Circle circle() {
        return random.nextInt(3) > 0 ? Circle.ALL : Circle.of(some(8));
    }

    private List<PartyCode> some(int count) {
        List<PartyCode> some = new ArrayList<>(STATES);
        java.util.Collections.shuffle(some, random);
        return some.subList(0, count);
    }
}
