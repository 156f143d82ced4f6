package io.depository.notification;

import org.jspecify.annotations.Nullable;

/** What could be read of who speaks of what, however broken the rest is: for the answer, not for the law. */
public record Heading(
        @Nullable String party,
        @Nullable String agreement,
        @Nullable String act,
        @Nullable String reference) {

    /** Nothing could be read. */
    public static final Heading UNREADABLE = new Heading(null, null, null, null);
}
