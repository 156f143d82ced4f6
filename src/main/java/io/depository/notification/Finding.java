package io.depository.notification;

import io.depository.treaty.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One defect of, or remark on, a notification.
 *
 * @param code what is wrong
 * @param at where, as a JSON Pointer (RFC 6901); null where it is nowhere in particular
 * @param message what is wrong and what to do, in Russian and English
 */
public record Finding(Code code, @Nullable String at, Bilingual message) {

    /** Whether the other one says of the same place that the same is wrong, perhaps in other words. */
    public boolean isAlso(Finding other) {
        return at != null && at.equals(other.at) && code == other.code;
    }
}
