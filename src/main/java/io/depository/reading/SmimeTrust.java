package io.depository.reading;

import io.depository.parties.RevocationLists;
import java.util.List;

/**
 * What S/MIME signatures may rest on besides the directory.
 *
 * @param revocations what authorities have revoked
 * @param national verifiers for algorithms of national standards, asked in order
 */
public record SmimeTrust(RevocationLists revocations, List<NationalVerifier> national) {

    /** The directory alone. */
    public static final SmimeTrust NONE = new SmimeTrust(new RevocationLists(null), List.of());

    public SmimeTrust {
        national = List.copyOf(national);
    }
}
