package io.depository.review;

import io.depository.notification.Finding;
import io.depository.treaty.Bilingual;
import java.util.List;

/** What was asked for cannot be done as things stand now; says in both languages why, and what to do. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;
    private final transient Bilingual explanation;
    private final transient List<Finding> findings;

    Conflict(Code code, Bilingual explanation) {
        this(code, explanation, List.of());
    }

    Conflict(Code code, Bilingual explanation, List<Finding> findings) {
        super(code + ": " + explanation.en());
        this.code = code;
        this.explanation = explanation;
        this.findings = List.copyOf(findings);
    }

    /** What the rules refuse, each by its own code; empty where no rule is the cause. */
    public List<Finding> findings() {
        return findings;
    }

    public Code code() {
        return code;
    }

    public Bilingual explanation() {
        return explanation;
    }

    /** Why not; the names are told to callers and never change. */
    public enum Code {
        /** It is decided already. */
        ALREADY_DECIDED,
        /** The same person twice, where two are needed. */
        SAME_PERSON,
        /** It is not, or no longer, in the state that this is for. */
        NOT_IN_THAT_STATE,
        /** As the register stands now a rule refuses it. */
        REFUSED_NOW,
        /** An earlier arrival of the same party must be decided first. */
        EARLIER_UNDECIDED
    }
}
