package io.depository.standing;

import io.depository.agreements.LoadedAgreement;
import io.depository.treaty.Agreement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The agreements that the depository keeps: those whose files are entries of the register. */
public interface Agreements {

    /** The version in use of the agreement with that id. */
    Optional<Agreement> find(String id);

    /**
     * The version that was in use when the register had that many entries; the first one where it had none of that agreement
     * yet.
     */
    Optional<Agreement> findAt(String id, long registerSize);

    /** All versions of the agreement by their register entries, the first one first; empty where there is no such one. */
    SortedMap<Long, Agreement> versions(String id);

    /** The file of the version in use, with its digest. Throws where there is no such agreement. */
    LoadedAgreement fileOf(String id);

    /** The versions in use, by id. */
    List<Agreement> list();
}
