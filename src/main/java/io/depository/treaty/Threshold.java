package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;

/**
 * The consents that bring the agreement into force, in order of receipt, and the days that follow from them.
 *
 * @param facts as many as are needed; the last one reaches the threshold
 * @param generalOn the day of general entry into force
 * @param alternative that day under the other counting convention
 */
record Threshold(List<LegalFact> facts, LocalDate generalOn, LocalDate alternative) {

    Threshold {
        facts = List.copyOf(facts);
    }

    static Threshold of(List<LegalFact> facts, FinalClauses clauses) {
        LocalDate lastOn = facts.get(facts.size() - 1).receivedOn();
        EntryIntoForceRule rule = clauses.entryIntoForce();
        return new Threshold(
                facts,
                rule.generalOn(lastOn, clauses.counting()),
                rule.generalOn(lastOn, clauses.counting().other()));
    }

    LegalFact last() {
        return facts.get(facts.size() - 1);
    }

    /** The day of general entry into force under that convention. */
    LocalDate generalOn(boolean other) {
        return other ? alternative : generalOn;
    }
}
