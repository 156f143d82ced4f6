package io.depository.register;

import org.jspecify.annotations.Nullable;

/** Bytes that should be a record are none of a version that this program knows: an older program, or damage. */
public final class UnreadableRecord extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
