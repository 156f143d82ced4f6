package io.depository.register;

/** The signing key is absent, or not the one that this register was signed with so far. One log has one key. */
public final class LogKeyRefused extends RegisterRefused {

    private static final long serialVersionUID = 1L;

    public LogKeyRefused(String message) {
        super(message);
    }
}
