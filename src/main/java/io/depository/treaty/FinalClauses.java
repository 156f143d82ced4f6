package io.depository.treaty;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The final clauses of an agreement, each a rule with its article. A clause that is null is one on which the agreement
 * is silent: what it would regulate is then not open to a notification.
 *
 * @param counting how periods are counted
 * @param refused acts that nobody can do under this agreement
 */
public record FinalClauses(
        CountingConvention counting,
        EntryIntoForceRule entryIntoForce,
        @Nullable AccessionRule accession,
        @Nullable WithdrawalRule withdrawal,
        @Nullable AuthorizedBodiesRule authorizedBodies,
        @Nullable AmendmentRule amendment,
        List<RefusedActs> refused) {

    public FinalClauses {
        refused = List.copyOf(refused);
        if (accession == null && entryIntoForce.counts().contains(Act.ACCESSION)) {
            throw new IllegalArgumentException("Accessions cannot count where the agreement is not open to accession");
        }
    }

    /** Why nobody can do that act, or empty where the agreement does not refuse it outright. */
    public Optional<Bilingual> findRefusalOf(Act act) {
        return refused.stream()
                .filter(group -> group.acts().contains(act))
                .map(RefusedActs::because)
                .findFirst();
    }
}
