package io.depository.register;

import io.depository.treaty.PartyCode;
import org.jspecify.annotations.Nullable;

/** A record to be appended: its exact bytes, and what to find it by; a change of the directory has no agreement. */
public record NewEntry(
        Type type, @Nullable String agreement, @Nullable PartyCode party, byte[] record) {

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

        /** The type of that wire name. Throws where there is none: such a name comes from the register itself. */
        public static Type of(String wireName) {
            for (Type type : values()) {
                if (type.wireName.equals(wireName)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("No such type of entry: " + wireName);
        }
    }
}
