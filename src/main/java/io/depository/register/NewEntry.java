package io.depository.register;

import io.depository.treaty.PartyCode;
import org.jspecify.annotations.Nullable;

/** A record to be appended: its exact bytes, and what to find it by. */
public record NewEntry(
        Type type, String agreement, @Nullable PartyCode party, byte[] record) {

    /** What an entry is about. */
    public enum Type {
        AGREEMENT("agreement"),
        NOTIFICATION("notification"),
        STAFF("staff");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
