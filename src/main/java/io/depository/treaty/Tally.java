package io.depository.treaty;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Consents counted one after another against a condition. */
final class Tally {

    private final Condition condition;
    private final Set<PartyCode> needed = new HashSet<>();
    private final int[] quotas;
    private int number;
    private final BigDecimal[] shares;

    /**
     * @param signatories the states that are known to have signed
     */
    Tally(Condition condition, Set<PartyCode> signatories) {
        this.condition = condition;
        this.quotas = new int[condition.ofWhich().size()];
        this.shares = new BigDecimal[condition.weights().size()];
        Arrays.fill(shares, BigDecimal.ZERO);
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
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shares[i].add(condition.weights().get(i).shareOf(party));
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
        for (int i = 0; i < shares.length; i++) {
            if (!isHeavyEnough(i)) {
                return false;
            }
        }
        return true;
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

    /** The share that the consents account for, in per cent, by the table of that weight. */
    BigDecimal shareBy(int weight) {
        return shares[weight];
    }

    /** Whether that share is as much as is needed. */
    boolean isHeavyEnough(int weight) {
        return condition.weights().get(weight).isMetBy(shares[weight]);
    }
}
