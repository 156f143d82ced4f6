package io.depository.agreements;

/** An agreement file cannot be used. The message names the file, the line and what was expected there. */
public final class UnreadableAgreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAgreement(String message) {
        super(message);
    }

    UnreadableAgreement(String message, Throwable cause) {
        super(message, cause);
    }
}
