package io.depository.register;

import io.depository.treaty.Determination;
import java.util.List;

/**
 * What the depository determined, as the law starts from it. Derived from the records, which say the same for ever
 * ({@link RecordReader#determination}), and kept for speed.
 */
public interface DeterminationStore {

    /** Those under an agreement that stand before that entry, in the order of their entries. */
    List<Determination> list(String agreement, long belowEntry);

    /** Keeps the determination of an entry that is sealed, in the caller's transaction: after {@link Append#seal}. */
    void add(String agreement, Determination determination);
}
