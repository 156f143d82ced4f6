package io.depository.treaty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts of a few crowded months, sense and nonsense mixed, the same for the same seed. */
final class RandomHistory {

    private static final Act[] ACTS = {
        Act.COMPLETION_OF_PROCEDURES,
        Act.COMPLETION_OF_PROCEDURES,
        Act.COMPLETION_OF_PROCEDURES,
        Act.ACCESSION,
        Act.WITHDRAWAL,
        Act.REVOCATION,
        Act.REVOCATION
    };
    private static final int DAYS = 700;

    private final List<LegalFact> facts = new ArrayList<>();
    private final LocalDate firstDay;

    RandomHistory(long seed) {
        Random random = new Random(seed);
        firstDay = LocalDate.of(2025, 7, 1).plusDays(random.nextInt(100_000));
        int crowd = 3 + random.nextInt(9);
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            LocalDate day = firstDay.plusDays((long) (random.nextDouble() * random.nextDouble() * DAYS));
            PartyCode party = Seed.AGREEMENT.states().get(random.nextInt(crowd)).party();
            Act act = ACTS[random.nextInt(ACTS.length)];
            facts.add(new LegalFact(
                    i,
                    party,
                    act,
                    party + "-" + i,
                    day.atTime(LocalTime.of(random.nextInt(24), 0))
                            .atZone(ZoneId.of("Europe/Minsk"))
                            .toInstant(),
                    day,
                    act == Act.REVOCATION ? target(party, random) : null,
                    act == Act.WITHDRAWAL && random.nextInt(3) == 0 ? day.plusDays(random.nextInt(400)) : null,
                    null));
        }
    }

    List<LegalFact> facts() {
        return List.copyOf(facts);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return firstDay.plusDays(DAYS + 500L);
    }

    /** Some earlier note of that state, where there is one. */
    private LegalFact.@Nullable Target target(PartyCode party, Random random) {
        List<LegalFact> own =
                facts.stream().filter(fact -> fact.party().equals(party)).toList();
        return own.isEmpty()
                ? null
                : new LegalFact.Target(
                        party, own.get(random.nextInt(own.size())).reference());
    }
}
