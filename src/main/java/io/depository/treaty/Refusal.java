package io.depository.treaty;

/**
 * Why an act cannot be registered: a question to the state, not a judgment (VCLT 77(1)(d)).
 *
 * @param kind which rule it breaks; the names are the contract's codes
 * @param reason the rule with its article, and what to do
 */
public record Refusal(Kind kind, Bilingual reason) {

    /** The rules that an act can break. */
    public enum Kind {
        /** The agreement does not name the state. */
        NOT_ENTITLED,
        /** The act is not open to this state, or to anybody. */
        ACT_NOT_ALLOWED,
        /** It has been done, and stands. */
        ALREADY_DONE,
        /** Something else must come first. */
        OUT_OF_ORDER,
        /** What it refers to is not there to be revoked. */
        NOTHING_TO_REVOKE,
        /** What it refers to has taken effect. */
        TOO_LATE_TO_REVOKE
    }
}
