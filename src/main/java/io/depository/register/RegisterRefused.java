package io.depository.register;

/**
 * The register refuses to append: to go on could mean to sign two different histories. A fault of the depository's,
 * never of a sender's; it heals only by what its message names.
 */
public abstract sealed class RegisterRefused extends IllegalStateException
        permits RegisterBehind, RegisterForked, LogKeyRefused {

    private static final long serialVersionUID = 1L;

    RegisterRefused(String message) {
        super(message);
    }
}
