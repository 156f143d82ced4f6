package io.depository.standing;

import io.depository.register.DeterminationStore;
import io.depository.register.FactStore;
import io.depository.treaty.Agreement;
import io.depository.treaty.LegalPosition;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each agreement stands in law, for a size of the register. A position is worked out from the facts of the
 * register alone; the newest is kept in memory for as long as the register has the size that it was worked out for, so
 * that the cost of a decision does not grow with the register. Safe for concurrent use.
 */
public class Positions {

    private final Agreements agreements;
    private final FactStore facts;
    private final DeterminationStore determinations;

    private long size = -1;
    private final Map<String, LegalPosition> newest = new HashMap<>();

    public Positions(Agreements agreements, FactStore facts, DeterminationStore determinations) {
        this.agreements = agreements;
        this.facts = facts;
        this.determinations = determinations;
    }

    /**
     * The position of an agreement when the register had that many entries.
     *
     * @throws IllegalArgumentException when there is no such agreement
     */
    public LegalPosition at(String agreement, long registerSize) {
        synchronized (newest) {
            LegalPosition kept = size == registerSize ? newest.get(agreement) : null;
            if (kept != null) {
                return kept;
            }
        }
        LegalPosition worked = workOut(agreement, registerSize);
        synchronized (newest) {
            if (registerSize > size) {
                newest.clear();
                size = registerSize;
            }
            if (registerSize == size) {
                newest.put(agreement, worked);
            }
        }
        return worked;
    }

    /**
     * Takes over positions that were worked out along with a committed append, so that they need not be worked out again.
     *
     * @param before the size of the register before the append
     * @param after its size after it
     * @param moved the positions that the append changed
     */
    public void advance(long before, long after, Map<String, LegalPosition> moved) {
        synchronized (newest) {
            if (size == before) {
                newest.putAll(moved);
                size = after;
            }
        }
    }

    private LegalPosition workOut(String id, long registerSize) {
        Agreement agreement = agreements
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No agreement is registered under " + id));
        return LegalPosition.of(agreement, facts.movingFacts(id, registerSize), determinations.list(id, registerSize));
    }
}
