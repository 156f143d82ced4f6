package io.depository.treaty;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The final clauses of an agreement, each a rule with its article. A clause that is null is one on which the agreement
 * is silent: what it would regulate is then not open to a notification, but for what the general law of treaties gives:
 * withdrawal with twelve months' notice (VCLT 54, 56).
 *
 * @param counting how periods are counted
 * @param duties what states have to notify in time, other than their lists of authorized bodies
 * @param refused acts that nobody can do under this agreement
 * @param lifetime how it ends for all
 */
public record FinalClauses(
        Counting counting,
        @Nullable SignatureRule signature,
        ConsentRule consent,
        EntryIntoForceRule entryIntoForce,
        @Nullable AccessionRule accession,
        @Nullable SuccessionRule succession,
        @Nullable ProvisionalApplicationRule provisionalApplication,
        @Nullable WithdrawalRule withdrawal,
        @Nullable AuthorizedBodiesRule authorizedBodies,
        List<DutyRule> duties,
        @Nullable AmendmentRule amendment,
        List<RefusedActs> refused,
        LifetimeRule lifetime) {

    public FinalClauses {
        duties = List.copyOf(duties);
        refused = List.copyOf(refused);
        if (accession == null && entryIntoForce.counts().contains(Act.ACCESSION)) {
            throw new IllegalArgumentException("Accessions cannot count where the agreement is not open to accession");
        }
    }

    /** Final clauses that say nothing of an end. */
    public FinalClauses(
            Counting counting,
            @Nullable SignatureRule signature,
            ConsentRule consent,
            EntryIntoForceRule entryIntoForce,
            @Nullable AccessionRule accession,
            @Nullable SuccessionRule succession,
            @Nullable ProvisionalApplicationRule provisionalApplication,
            @Nullable WithdrawalRule withdrawal,
            @Nullable AuthorizedBodiesRule authorizedBodies,
            List<DutyRule> duties,
            @Nullable AmendmentRule amendment,
            List<RefusedActs> refused) {
        this(
                counting,
                signature,
                consent,
                entryIntoForce,
                accession,
                succession,
                provisionalApplication,
                withdrawal,
                authorizedBodies,
                duties,
                amendment,
                refused,
                LifetimeRule.UNLIMITED);
    }

    /** The same clauses with another rule on entry into force. */
    public FinalClauses with(EntryIntoForceRule other) {
        return new FinalClauses(
                counting,
                signature,
                consent,
                other,
                accession,
                succession,
                provisionalApplication,
                withdrawal,
                authorizedBodies,
                duties,
                amendment,
                refused,
                lifetime);
    }

    /** Why nobody can do that act, or empty where the agreement does not refuse it outright. */
    public Optional<Bilingual> findRefusalOf(Act act) {
        return refused.stream()
                .filter(group -> group.acts().contains(act))
                .map(RefusedActs::because)
                .findFirst();
    }

    /** How a party leaves: as the agreement says, or as the general law of treaties does. */
    public WithdrawalRule withdrawalOrSilence() {
        return withdrawal == null ? WithdrawalRule.WHERE_SILENT : withdrawal;
    }

    /** Whether a state consents to be bound by that act, in whatever way. */
    boolean isConsent(Act act) {
        return consent.acts().contains(act)
                || (act == Act.ACCESSION && accession != null)
                || (act == Act.SUCCESSION && succession != null);
    }

    /** When a consent that comes later than those which bring the agreement into force binds its state. */
    EntryIntoForceRule.Later laterOf(LegalFact fact) {
        return fact.act() == Act.ACCESSION && accession != null ? accession.later() : entryIntoForce.later();
    }

    /** The article that a consent rests on. */
    String articleOf(LegalFact fact) {
        if (fact.act() == Act.ACCESSION && accession != null) {
            return accession.article();
        }
        if (fact.act() == Act.SUCCESSION && succession != null) {
            return succession.article();
        }
        return entryIntoForce.article();
    }
}
