package io.depository.treaty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The seed agreement with other final clauses. */
final class OtherClauses {

    private OtherClauses() {}

    static Agreement with(Agreement seed, CountingConvention counting) {
        FinalClauses clauses = seed.clauses();
        return seed.with(new FinalClauses(
                Counting.always(counting),
                clauses.signature(),
                clauses.consent(),
                clauses.entryIntoForce(),
                clauses.accession(),
                clauses.succession(),
                clauses.provisionalApplication(),
                clauses.withdrawal(),
                clauses.authorizedBodies(),
                clauses.duties(),
                clauses.amendment(),
                clauses.refused()));
    }

    /** The agreement says only when it enters into force: by those consents, accessions among them or not. */
    static Agreement onlyEntryIntoForce(Agreement seed, Set<Act> counts, boolean openToAccession) {
        FinalClauses clauses = seed.clauses();
        EntryIntoForceRule rule = clauses.entryIntoForce();
        Set<Act> consents = new HashSet<>(counts);
        consents.remove(Act.ACCESSION);
        return seed.with(new FinalClauses(
                clauses.counting(),
                null,
                new ConsentRule(rule.article(), consents, null),
                new EntryIntoForceRule(rule.article(), rule.ways(), counts, rule.from(), rule.later()),
                openToAccession ? clauses.accession() : null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of()));
    }
}
