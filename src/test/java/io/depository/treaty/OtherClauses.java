package io.depository.treaty;

import java.util.List;
import java.util.Set;

/** The seed agreement with other final clauses. */
final class OtherClauses {

    private OtherClauses() {}

    static Agreement with(Agreement seed, CountingConvention counting) {
        FinalClauses clauses = seed.clauses();
        return with(
                seed,
                new FinalClauses(
                        counting,
                        clauses.entryIntoForce(),
                        clauses.accession(),
                        clauses.withdrawal(),
                        clauses.authorizedBodies(),
                        clauses.amendment(),
                        clauses.refused()));
    }

    /** The agreement says only when it enters into force: by those consents, accessions among them or not. */
    static Agreement onlyEntryIntoForce(Agreement seed, Set<Act> counts, boolean openToAccession) {
        FinalClauses clauses = seed.clauses();
        EntryIntoForceRule rule = clauses.entryIntoForce();
        return with(
                seed,
                new FinalClauses(
                        clauses.counting(),
                        new EntryIntoForceRule(
                                rule.article(), rule.needed(), counts, rule.period(), rule.laterPeriod()),
                        openToAccession ? clauses.accession() : null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    private static Agreement with(Agreement seed, FinalClauses clauses) {
        return new Agreement(
                seed.id(),
                seed.title(),
                seed.signedPlace(),
                seed.signedOn(),
                seed.depository(),
                seed.zone(),
                seed.states(),
                clauses);
    }
}
