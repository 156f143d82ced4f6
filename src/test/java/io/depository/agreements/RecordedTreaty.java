package io.depository.agreements;

import io.depository.treaty.Act;
import io.depository.treaty.Agreement;
import io.depository.treaty.Bilingual;
import io.depository.treaty.EffectKind;
import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.RecordedDate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A treaty with the deposits that its depositary recorded, and what the engine makes of them. */
final class RecordedTreaty {

    /**
     * A deposit.
     *
     * @param name the party as the source calls it
     * @param signed the day of its signature; null where none is recorded
     * @param recorded the day from which the depositary says that it was bound
     */
    record Deposit(
            String name,
            PartyCode party,
            Act act,
            @Nullable LocalDate signed,
            LocalDate received,
            LocalDate recorded) {}

    private static final Map<String, Act> ACTS = Map.of(
            "Ratification", Act.RATIFICATION,
            "Accession", Act.ACCESSION,
            "Declaration of Continued Application", Act.SUCCESSION,
            "succession", Act.SUCCESSION,
            "acceptance", Act.ACCEPTANCE,
            "accession", Act.ACCESSION,
            "definitive signature", Act.DEFINITIVE_SIGNATURE,
            "notification of completion of internal procedures", Act.COMPLETION_OF_PROCEDURES,
            // Which of these it was, the source does not say; each of its treaties treats them alike.
            "ratification/acceptance/approval/notification", Act.RATIFICATION);

    private final String key;
    private final Agreement agreement;
    private final List<Deposit> deposits = new ArrayList<>();

    RecordedTreaty(String key, String file) {
        this(key, load(file));
    }

    private RecordedTreaty(String key, Agreement agreement) {
        this.key = key;
        this.agreement = agreement;
    }

    /** The same treaty, in force since that day whatever the register holds, with some of its deposits. */
    RecordedTreaty inForceSince(LocalDate day, Predicate<Deposit> kept) {
        FinalClauses clauses = agreement.clauses();
        EntryIntoForceRule rule = clauses.entryIntoForce();
        EntryIntoForceRule given = rule.inForceSince(day);
        RecordedTreaty treaty = new RecordedTreaty(key, agreement.with(clauses.with(given)));
        deposits.stream().filter(kept).forEach(treaty::add);
        return treaty;
    }

    static Agreement load(String file) {
        try (InputStream in = RecordedTreaty.class.getResourceAsStream("/recorded/agreements/" + file)) {
            return new AgreementFiles()
                    .load(file, Objects.requireNonNull(in, file).readAllBytes())
                    .agreement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Act act(String name) {
        Act act = ACTS.get(name);
        return act == null
                ? Act.find(name).orElseThrow(() -> new IllegalArgumentException("Which act is " + name))
                : act;
    }

    void add(Deposit deposit) {
        deposits.add(deposit);
    }

    String key() {
        return key;
    }

    List<Deposit> deposits() {
        return deposits;
    }

    /** What follows from the deposits alone. */
    LegalPosition computed() {
        return LegalPosition.of(agreement, facts(List.of()));
    }

    /** What follows when staff add what the source does not hold, or where the depositary departed from the clause. */
    LegalPosition recorded(List<Departure> departures) {
        List<LegalFact> facts = facts(departures);
        List<RecordedDate> dates = new ArrayList<>();
        for (Departure departure : departures) {
            if (departure.how() == Departure.How.RECORDED) {
                long of = departure.isGeneral() ? RecordedDate.GENERAL : entryOf(facts, departure);
                dates.add(new RecordedDate(
                        1_000 + dates.size(),
                        departure.isGeneral() ? EffectKind.ENTRY_INTO_FORCE : EffectKind.ENTRY_INTO_FORCE_FOR_PARTY,
                        of,
                        departure.recorded(),
                        new Bilingual(departure.reason(), departure.reason()),
                        "depositary"));
            }
        }
        return LegalPosition.of(agreement, facts, dates);
    }

    /** The day of each deposit, in the order of the deposits; null where there is none. */
    Map<Deposit, @Nullable LocalDate> daysIn(LegalPosition position) {
        Map<Deposit, @Nullable LocalDate> days = new LinkedHashMap<>();
        deposits.forEach(deposit ->
                days.put(deposit, position.boundSince(deposit.party()).orElse(null)));
        return days;
    }

    /** A notice of withdrawal, registered after all deposits. */
    LegalFact withdrawal(PartyCode party, LocalDate received) {
        return fact(10_000, party, Act.WITHDRAWAL, received, null);
    }

    private long entryOf(List<LegalFact> facts, Departure departure) {
        Deposit deposit =
                deposits.stream().filter(departure::isAbout).findFirst().orElseThrow();
        return facts.stream()
                .filter(fact -> fact.party().equals(deposit.party()) && fact.act() == deposit.act())
                .mapToLong(LegalFact::entry)
                .findFirst()
                .orElseThrow();
    }

    private List<LegalFact> facts(List<Departure> departures) {
        List<LegalFact> facts = new ArrayList<>();
        for (Deposit deposit : deposits) {
            if (deposit.signed() != null && agreement.clauses().signature() != null) {
                facts.add(fact(facts.size(), deposit.party(), Act.SIGNATURE, deposit.signed(), null));
            }
        }
        for (Deposit deposit : deposits) {
            LocalDate named = departures.stream()
                    .filter(departure -> departure.how() == Departure.How.SUCCESSION && departure.isAbout(deposit))
                    .map(Departure::recorded)
                    .findFirst()
                    .orElse(null);
            facts.add(fact(facts.size(), deposit.party(), deposit.act(), deposit.received(), named));
        }
        return facts;
    }

    private LegalFact fact(int entry, PartyCode party, Act act, LocalDate on, @Nullable LocalDate effectiveOn) {
        return new LegalFact(
                entry,
                party,
                act,
                "note " + entry,
                on.atTime(LocalTime.NOON).atZone(agreement.zone()).toInstant(),
                on,
                null,
                effectiveOn,
                null);
    }
}
