package io.depository.agreements;

import io.depository.agreements.RecordedTreaty.Deposit;
import io.depository.treaty.PartyCode;
import java.time.LocalDate;
import java.util.List;

/** Deposits with their source, of {@code recorded/deposits.csv}. */
final class FurtherDeposits {

    private FurtherDeposits() {}

    /** Those of that treaty. */
    static List<Deposit> of(String treaty) {
        return Csv.resource("/recorded/deposits.csv").stream()
                .filter(row -> row.get("treaty").equals(treaty))
                .map(row -> new Deposit(
                        row.get("party"),
                        new PartyCode(row.get("party")),
                        RecordedTreaty.act(row.get("act")),
                        row.get("signed").isEmpty() ? null : LocalDate.parse(row.get("signed")),
                        LocalDate.parse(row.get("received")),
                        LocalDate.parse(row.get("recorded"))))
                .toList();
    }
}
