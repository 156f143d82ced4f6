package io.depository.reading;

import io.depository.notification.Finding;
import io.depository.parties.RegisteredKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a state says of a new key of its own, as far as it could be read. It counts only where nothing is wrong.
 *
 * @param members the payload's members, all of them strings
 * @param signer the registered key that signed it; null where there is none
 * @param errors defects of form and signature, in the order found
 */
public record KeyNotice(
        Map<String, String> members, @Nullable RegisteredKey signer, List<Finding> errors) {

    public KeyNotice {
        members = Map.copyOf(members);
        errors = List.copyOf(errors);
    }

    /** The member of that name; null where there is none. */
    public @Nullable String member(String name) {
        return members.get(name);
    }
}
