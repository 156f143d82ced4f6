package io.depository.register;

import java.util.List;
import java.util.Optional;

/** The agreement files that are registered, by the digest of their exact bytes. */
public interface AgreementStore {

    /** The registered file of that SHA-256 digest. */
    Optional<RegisteredAgreement> find(byte[] digest);

    /** Every registered file, in the order of registration; of one agreement the last is the newest. */
    List<RegisteredAgreement> list();

    /**
     * Keeps the file of an entry that is sealed (an {@link AgreementRecord}), in the caller's transaction: after
     * {@link Append#seal}.
     */
    void add(String id, byte[] content, long entry);

    /**
     * A registered file.
     *
     * @param digest SHA-256 of the content
     * @param content the exact bytes of the file
     * @param entry index in the register
     */
    record RegisteredAgreement(byte[] digest, String id, byte[] content, long entry) {}
}
