package io.depository.notification;

/** Every code by which a notification is refused or remarked on. The names are the contract's and never change. */
public enum Code {
    SYNTAX,
    DUPLICATE_KEY,
    TOO_LARGE,
    SCHEMA,
    UNREADABLE_MAIL,
    NO_NOTIFICATION_FOUND,
    WRONG_DEPOSITORY,
    UNKNOWN_AGREEMENT,
    UNKNOWN_PARTY,
    NOT_YOUR_PARTY,
    NOT_ENTITLED,
    ACT_NOT_ALLOWED,
    ALREADY_DONE,
    OUT_OF_ORDER,
    NOTHING_TO_REVOKE,
    TOO_LATE_TO_REVOKE,
    REFERENCE_REUSED,
    DATED_IN_FUTURE,
    ATTACHMENT_DIGEST,
    SIGNER_UNKNOWN,
    KEY_REVOKED,
    SIGNATURE_INVALID,
    /** Staff looked at what was under review and gave it back; the message has their reason. */
    RETURNED_BY_STAFF,

    /** A warning: a field that version 1 does not know; kept, not read. */
    UNKNOWN_FIELD,
    /** A warning: completion of procedures without the list that Article 5 wants beside it. */
    ARTICLE_5_LIST_MISSING,
    /** A warning: a duty with a deadline was done after it. */
    LATE;

    /** Whether a refusal for this code says all that can be said: nothing further could be read. */
    public boolean standsAlone() {
        return switch (this) {
            case SYNTAX, DUPLICATE_KEY, TOO_LARGE, UNREADABLE_MAIL, NO_NOTIFICATION_FOUND -> true;
            default -> false;
        };
    }

    /** Whether it only remarks, and refuses nothing. */
    public boolean isWarning() {
        return switch (this) {
            case UNKNOWN_FIELD, ARTICLE_5_LIST_MISSING, LATE -> true;
            default -> false;
        };
    }

    /** Whether the refusal depends on what was decided before, and so on the order of decisions. */
    public boolean dependsOnOrder() {
        return switch (this) {
            case ALREADY_DONE, OUT_OF_ORDER, NOTHING_TO_REVOKE, TOO_LATE_TO_REVOKE -> true;
            default -> false;
        };
    }
}
