package io.depository.register;

import io.depository.treaty.LegalFact;
import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.Optional;

/**
 * The registered acts as the law sees them. Derived from the records, which say the same for ever
 * ({@link RecordReader#fact}), and kept for speed.
 */
public interface FactStore {

    /** The acts under an agreement that move dates and stand before that entry, in the order of their entries. */
    List<LegalFact> movingFacts(String agreement, long belowEntry);

    /**
     * The acts under an agreement that move no dates but mark a standing, and stand before that entry, in the order of their
     * entries: objections and reservations, and of the lists of authorized bodies the latest of each state.
     */
    List<LegalFact> marks(String agreement, long belowEntry);

    /** The registered act of a party under that reference. */
    Optional<LegalFact> find(String agreement, PartyCode party, String reference);

    /**
     * Keeps the facts of entries that are sealed, in the caller's transaction: after {@link Append#seal}. Instants are
     * cut to the microsecond, as in the records.
     */
    void add(List<NewFact> facts);

    /**
     * A fact to be kept.
     *
     * @param movesDates false for acts from which no date follows, such as lists of authorized bodies
     */
    record NewFact(String agreement, LegalFact fact, boolean movesDates) {}
}
