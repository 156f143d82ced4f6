package io.depository.register;

import org.jspecify.annotations.Nullable;

/**
 * A key of the log, and what it signs.
 *
 * @param key the verifier key (C2SP signed-note)
 * @param from the first tree size that it signs
 * @param until the last one; null while it is in use
 */
public record LogKey(String key, long from, @Nullable Long until) {}
