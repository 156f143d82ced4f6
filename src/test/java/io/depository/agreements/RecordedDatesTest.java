package io.depository.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.agreements.RecordedTreaty.Deposit;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The days that real depositaries recorded, against the days that follow from the treaties' clauses. What departs is listed by
 * name, with what follows from the clause and the reason, in {@code recorded/departures.csv}.
 */
class RecordedDatesTest {

    private static final Path RECORDED = Path.of("../shared/corpora/entry-into-force/recorded-dates.csv");
    private static final List<Departure> DEPARTURES = Departure.list();

    /** The treaties of the corpus, by their names there. */
    static Collection<String> keys() {
        return Csv.resource("/recorded/treaties.csv").stream()
                .map(row -> row.get("treaty"))
                .filter(key -> key.contains(":"))
                .toList();
    }

    /** The treaties of which we hold enough deposits ourselves, with their sources. */
    static Collection<String> own() {
        return List.of("HAND:un_paris", "apostille-1961");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void departsOnlyWhereItIsListed(String key) {
        RecordedTreaty treaty = treaty(key);
        Map<Deposit, LocalDate> days = treaty.daysIn(treaty.computed());

        Map<String, LocalDate> departing = new LinkedHashMap<>();
        days.forEach((deposit, day) -> {
            if (!deposit.recorded().equals(day)) {
                departing.put(deposit.name() + " " + deposit.received(), day);
            }
        });
        Map<String, LocalDate> listed = new LinkedHashMap<>();
        departures(key).stream()
                .filter(departure -> !departure.isGeneral())
                .forEach(departure -> listed.put(departure.party() + " " + departure.received(), departure.computed()));
        assertThat(departing).containsExactlyInAnyOrderEntriesOf(listed);
        int own = FurtherDeposits.of(key).size();
        System.out.printf(
                "%s: %d of %d days follow from the clause, %d depart and are listed; %d further deposits%n",
                key, days.size() - own - departing.size(), days.size() - own, departing.size(), own);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void entersIntoForceOnTheRecordedDay(String key) {
        RecordedTreaty treaty = treaty(key);
        LocalDate computed = treaty.computed().entryIntoForce().orElse(null);

        Departure listed = departures(key).stream()
                .filter(Departure::isGeneral)
                .findFirst()
                .orElse(null);
        if (listed == null) {
            assertThat(computed).isEqualTo(generalDays().get(key));
        } else {
            assertThat(computed)
                    .isEqualTo(listed.computed())
                    .isNotEqualTo(generalDays().get(key));
            assertThat(listed.recorded()).isEqualTo(generalDays().get(key));
        }
    }

    /** With the days that successions name and the days that staff recorded, every day is the recorded one. */
    @ParameterizedTest
    @MethodSource("keys")
    void givesEveryRecordedDayOnceStaffRecordedTheDepartures(String key) {
        RecordedTreaty treaty = treaty(key);
        LegalPosition position = treaty.recorded(departures(key));

        Map<String, LocalDate> expected = new LinkedHashMap<>();
        treaty.deposits().forEach(deposit -> expected.put(deposit.name(), deposit.recorded()));
        Map<String, LocalDate> found = new LinkedHashMap<>();
        treaty.daysIn(position).forEach((deposit, day) -> found.put(deposit.name(), day));
        assertThat(found).containsExactlyEntriesOf(expected);
        boolean otherColumn = departures(key).stream().anyMatch(one -> one.how() == Departure.How.OTHER_COLUMN);
        if (!otherColumn) {
            assertThat(position.entryIntoForce()).contains(generalDays().get(key));
        }
    }

    /** A register that begins in the middle of a treaty's life: its file gives the day of entry into force. */
    @ParameterizedTest
    @MethodSource("keys")
    void givesTheRecordedDaysOfASelectionWhereTheFileGivesTheGeneralDay(String key) {
        RecordedTreaty whole = treaty(key);
        List<Departure> departures = departures(key);
        LocalDate general = departures.stream().anyMatch(one -> one.how() == Departure.How.OTHER_COLUMN)
                ? whole.computed().entryIntoForce().orElseThrow()
                : generalDays().get(key);
        for (int every = 1; every <= 5; every++) {
            int step = every;
            RecordedTreaty some =
                    whole.inForceSince(general, deposit -> deposit.received().toEpochDay() % step == 0);

            some.daysIn(some.computed()).forEach((deposit, day) -> {
                boolean listed = departures.stream()
                        .anyMatch(departure -> departure.isAbout(deposit) && departure.how() != Departure.How.FOLLOWS);
                if (!listed) {
                    assertThat(day).as(key + " " + deposit.name()).isEqualTo(deposit.recorded());
                }
            });
            assertThat(some.computed().entryIntoForce()).contains(general);
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void givesEveryDayOfTheDepositsWithASource(String key) {
        RecordedTreaty treaty = new RecordedTreaty(key, fileOf(key));
        FurtherDeposits.of(key).forEach(treaty::add);
        LegalPosition position = treaty.computed();

        assertThat(treaty.daysIn(position))
                .isNotEmpty()
                .allSatisfy((deposit, day) -> assertThat(day).as(deposit.name()).isEqualTo(deposit.recorded()));
        LocalDate first = treaty.deposits().stream()
                .map(Deposit::recorded)
                .min(LocalDate::compareTo)
                .orElseThrow();
        assertThat(position.entryIntoForce()).contains(first);
    }

    /** Article 28: a notice three years after it was bound at the earliest, and out a year later. */
    @Test
    void letsTheUnitedStatesLeaveTheParisAgreementOnTheRecordedDay() {
        RecordedTreaty treaty = new RecordedTreaty("HAND:un_paris", fileOf("HAND:un_paris"));
        FurtherDeposits.of("HAND:un_paris").forEach(treaty::add);
        PartyCode us = new PartyCode("US");
        LocalDate last = LocalDate.of(2020, 11, 3);

        LegalPosition tooEarly = treaty.computed().with(treaty.withdrawal(us, LocalDate.of(2019, 11, 3)));
        LegalPosition left = treaty.computed().with(treaty.withdrawal(us, LocalDate.of(2019, 11, 4)));

        assertThat(tooEarly.standingOf(us, last.plusYears(5)).standing()).isEqualTo(Standing.PARTY);
        assertThat(left.standingOf(us, last).standing()).isEqualTo(Standing.WITHDRAWING);
        assertThat(left.standingOf(us, last.plusDays(1)).standing()).isEqualTo(Standing.FORMER);
    }

    @Test
    void listsNoTreatyThatIsNotCompared() {
        assertThat(DEPARTURES).allSatisfy(departure -> assertThat(keys()).contains(departure.treaty()));
    }

    @Test
    void comparesEveryRowOfTheCorpus() {
        List<Map<String, String>> rows = corpus();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(keys()).contains(row.get("treaty_key")));
    }

    private static List<Departure> departures(String key) {
        return DEPARTURES.stream()
                .filter(departure -> departure.treaty().equals(key))
                .toList();
    }

    private static RecordedTreaty treaty(String key) {
        List<Map<String, String>> rows = corpus();
        RecordedTreaty treaty = new RecordedTreaty(key, fileOf(key));
        Map<String, String> codes = new HashMap<>();
        Csv.resource("/recorded/parties.csv").forEach(row -> codes.put(row.get("name"), row.get("code")));
        for (Map<String, String> row : rows) {
            if (row.get("treaty_key").equals(key)) {
                treaty.add(new Deposit(
                        row.get("party"),
                        new PartyCode(codes.get(row.get("party"))),
                        RecordedTreaty.act(row.get("act_type")),
                        day(row.get("signature_date")),
                        LocalDate.parse(row.get("deposit_date")),
                        LocalDate.parse(row.get("recorded_eif_party"))));
            }
        }
        FurtherDeposits.of(key).forEach(treaty::add);
        return treaty;
    }

    private static String fileOf(String key) {
        return Csv.resource("/recorded/treaties.csv").stream()
                .filter(row -> row.get("treaty").equals(key))
                .findFirst()
                .orElseThrow()
                .get("file");
    }

    private static Map<String, LocalDate> generalDays() {
        Map<String, LocalDate> days = new HashMap<>();
        corpus().forEach(row -> days.put(row.get("treaty_key"), LocalDate.parse(row.get("general_eif"))));
        return days;
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<Map<String, String>> corpus() {
        Assumptions.assumeTrue(
                Files.isRegularFile(RECORDED), () -> "Skipped: there is no " + RECORDED.toAbsolutePath());
        return new ArrayList<>(Csv.file(RECORDED));
    }
}
