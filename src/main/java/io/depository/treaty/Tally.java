package io.depository.treaty;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Consents counted one after another against a condition. */
final class Tally {

    private final Condition condition;
    private final Set<PartyCode> needed = new HashSet<>();
    private final int[] quotas;
    private int number;
    private BigDecimal share = BigDecimal.ZERO;

    /**
     * @param signatories the states that are known to have signed
     */
    Tally(Condition condition, Set<PartyCode> signatories) {
        this.condition = condition;
        this.quotas = new int[condition.ofWhich().size()];
        needed.addAll(condition.including());
        Condition.Everyone all = condition.all();
        if (all != null) {
            needed.addAll(all.signatories() ? signatories : all.states());
        }
    }

    void add(PartyCode party) {
        number++;
        needed.remove(party);
        for (int i = 0; i < quotas.length; i++) {
            quotas[i] += condition.ofWhich().get(i).members().contains(party) ? 1 : 0;
        }
        Condition.Weight weight = condition.weight();
        if (weight != null) {
            share = share.add(weight.shareOf(party));
        }
    }

    boolean isMet() {
        if (missingNumber() > 0 || !needed.isEmpty()) {
            return false;
        }
        for (int i = 0; i < quotas.length; i++) {
            if (missingOf(i) > 0) {
                return false;
            }
        }
        Condition.Weight weight = condition.weight();
        return weight == null || weight.isMetBy(share);
    }

    int number() {
        return number;
    }

    /** How many consents are missing by number alone. */
    int missingNumber() {
        return Math.max(0, condition.number() - number);
    }

    /** How many consents are missing from the group of that quota. */
    int missingOf(int quota) {
        return Math.max(0, condition.ofWhich().get(quota).number() - quotas[quota]);
    }

    /** How many consents the group of that quota has given. */
    int countedOf(int quota) {
        return quotas[quota];
    }

    /** States without whose consent the condition is not met. */
    Set<PartyCode> missingStates() {
        return Set.copyOf(needed);
    }

    /** The share that the consents account for, in per cent. */
    BigDecimal share() {
        return share;
    }
}
