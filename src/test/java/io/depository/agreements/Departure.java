package io.depository.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded day that does not follow from the clause and the deposits that the source holds.
 *
 * @param party as the source calls it; {@code *} for the general entry into force
 * @param computed the day that follows from the clause and the deposits
 * @param recorded the day that the source holds
 */
record Departure(
        String treaty,
        String party,
        @Nullable LocalDate received,
        LocalDate computed,
        How how,
        LocalDate recorded,
        String reason) {

    /** How the recorded day comes about. */
    enum How {
        /** The succession dates back to a day that its notification names. */
        SUCCESSION,
        /** The depositary recorded another day than the clause gives. */
        RECORDED,
        /** It follows from another departure. */
        FOLLOWS,
        /** The source's column holds something else. */
        OTHER_COLUMN
    }

    static List<Departure> list() {
        return Csv.resource("/recorded/departures.csv").stream()
                .map(Departure::of)
                .toList();
    }

    boolean isGeneral() {
        return party.equals("*");
    }

    boolean isAbout(RecordedTreaty.Deposit deposit) {
        return party.equals(deposit.name()) && deposit.received().equals(received);
    }

    private static Departure of(Map<String, String> row) {
        String received = row.get("received");
        return new Departure(
                row.get("treaty"),
                row.get("party"),
                received.isEmpty() ? null : LocalDate.parse(received),
                LocalDate.parse(row.get("computed")),
                How.valueOf(row.get("how").toUpperCase(Locale.ROOT).replace('-', '_')),
                LocalDate.parse(row.get("recorded")),
                row.get("reason"));
    }
}
