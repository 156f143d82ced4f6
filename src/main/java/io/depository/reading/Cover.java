package io.depository.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which S/MIME signatures a part of a message lies.
 *
 * @param signed whether it lies under a signature at all, even one of a kind that nobody here can verify
 * @param signatures what became of those that can be verified, the innermost first
 */
record Cover(boolean signed, List<SignatureCheck.Result> signatures) {

    /** Of what no signature covers. */
    static final Cover NONE = new Cover(false, List.of());

    /** What lies under one more signature, inside these. */
    Cover and(SignatureCheck.Result inner) {
        List<SignatureCheck.Result> all = new ArrayList<>();
        all.add(inner);
        all.addAll(signatures);
        return new Cover(true, List.copyOf(all));
    }

    /** What lies under a signature of a kind that is not verified here. */
    Cover andUnverifiable() {
        return new Cover(true, signatures);
    }
}
