package io.depository.review;

import io.depository.parties.RegisteredKey;
import io.depository.register.Append;
import io.depository.register.DirectoryRecord;
import io.depository.register.NewEntry;
import io.depository.register.Review;
import io.depository.treaty.PartyCode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries in the register about the directory: each is its append's only one, and seals it. */
final class DirectoryEntries {

    private DirectoryEntries() {}

    /**
     * By what a state announced a key itself.
     *
     * @param signedBy the old key
     * @param notice SHA-256 of the notice, hex
     */
    record Announced(String signedBy, String reference, String notice) {}

    /** Enters a key that now stands in the directory, by people's decision or by the state's own notice. */
    static long keyRegistered(RegisteredKey key, Optional<Announced> notice, List<Review> agreed, Append append) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("kid", key.kid());
        details.put("algorithm", key.algorithm());
        if (key.subject() != null) {
            details.put("subject", key.subject());
        }
        if (!key.isCertificate()) {
            // Of a party's certificate, which names people and their addresses, the fingerprint is all that all may
            // read.
            details.put("publicKey", Base64.getEncoder().encodeToString(key.publicKey()));
        }
        details.put("validFrom", key.validFrom().toString());
        if (key.validTo() != null) {
            details.put("validTo", key.validTo().toString());
        }
        notice.ifPresent(announced -> {
            details.put("signedBy", announced.signedBy());
            details.put("reference", announced.reference());
            details.put("notice", announced.notice());
        });
        return enter("key-registered", key.party(), details, agreed, append);
    }

    /** Enters a change, and returns the entry's index. */
    static long enter(
            String decision, PartyCode party, Map<String, String> details, List<Review> reviews, Append append) {
        DirectoryRecord record =
                new DirectoryRecord(append.size(), append.recordedAt(), decision, party, details, reviews);
        long index = append.add(new NewEntry(NewEntry.Type.STAFF, null, party, record.toBytes()));
        append.seal();
        return index;
    }
}
