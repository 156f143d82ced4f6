package io.depository.witness;

import io.depository.treaty.Bilingual;

/** A cosignature that is not taken, and why. */
public final class WitnessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient Bilingual explanation;

    WitnessRefused(Code code, String ru, String en) {
        super(en);
        this.code = code;
        this.explanation = new Bilingual(ru, en);
    }

    /** Why it is not taken. */
    public enum Code {
        /** No note that this register's key has signed. */
        NOT_OUR_CHECKPOINT,
        /** Signed by this register's key, and not in this register: a proof that it has told two histories. */
        OTHER_HISTORY,
        /** No signature of a witness who is known is right. */
        UNKNOWN_WITNESS,
        /** The witness has seen a larger tree before. */
        WENT_BACK,
        /** The witness's time has not come. */
        IN_THE_FUTURE
    }

    public Code code() {
        return code;
    }

    public Bilingual explanation() {
        return explanation;
    }
}
