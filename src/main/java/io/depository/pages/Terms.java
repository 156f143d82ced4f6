package io.depository.pages;

import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.LifetimeRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The periods of an agreement's final clauses, each with its article, in the order in which they matter. */
final class Terms {

    private final List<Term> terms = new ArrayList<>();

    private Terms() {}

    /**
     * One of them.
     *
     * @param key names what it regulates, in the words of the pages
     * @param article the article's number, bare
     * @param period how long; null where the clause has none
     */
    public record Term(String key, String article, @Nullable LegalPeriod period) {}

    static List<Term> of(FinalClauses clauses) {
        Terms terms = new Terms();
        if (clauses.signature() != null) {
            terms.add("signature", clauses.signature().article(), null);
        }
        terms.add("consent", clauses.consent().article(), null);
        terms.entryIntoForce(clauses.entryIntoForce());
        if (clauses.accession() != null) {
            terms.add(
                    "accession",
                    clauses.accession().article(),
                    clauses.accession().later().period());
        }
        if (clauses.succession() != null) {
            terms.add("succession", clauses.succession().article(), null);
        }
        if (clauses.provisionalApplication() != null) {
            terms.add(
                    "provisional",
                    clauses.provisionalApplication().article(),
                    clauses.provisionalApplication().period());
        }
        terms.add(
                "withdrawal",
                clauses.withdrawalOrSilence().article(),
                clauses.withdrawalOrSilence().notice());
        terms.duties(clauses);
        terms.lifetime(clauses.lifetime());
        return List.copyOf(terms.terms);
    }

    private void entryIntoForce(EntryIntoForceRule rule) {
        rule.ways().forEach(way -> add("force", rule.article(), way.period()));
        add("later", rule.article(), rule.later().period());
    }

    private void duties(FinalClauses clauses) {
        if (clauses.authorizedBodies() != null) {
            add(
                    "bodies",
                    clauses.authorizedBodies().article(),
                    LegalPeriod.ofDays(clauses.authorizedBodies().changesWithinDays()));
        }
        clauses.duties().forEach(duty -> add("duty", duty.article(), duty.within()));
        if (clauses.amendment() != null) {
            add("amendment", clauses.amendment().article(), null);
        }
    }

    private void lifetime(LifetimeRule lifetime) {
        if (lifetime.term() != null) {
            add("term", lifetime.term().article(), lifetime.term().length());
        }
        if (lifetime.minimum() != null) {
            add("minimum", lifetime.minimum().article(), null);
        }
    }

    private void add(String key, String article, @Nullable LegalPeriod period) {
        terms.add(new Term(key, article, period));
    }
}
