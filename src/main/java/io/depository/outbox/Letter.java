package io.depository.outbox;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the depository says, byte for byte and for ever.
 *
 * @param id stable; inside the bytes too
 * @param type acknowledgement or circular
 * @param kind the circular's kind; null for an acknowledgement
 * @param number the circular's number in its year ({@code 2026/17}); null for an acknowledgement
 * @param party whom an acknowledgement answers, or whom a circular concerns
 * @param entry the register entry it rests on, if any
 * @param body the JSON as sent
 * @param recipients whom a circular goes to; empty for an acknowledgement
 */
public record Letter(
        String id,
        Type type,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String agreement,
        @Nullable PartyCode party,
        @Nullable String reference,
        @Nullable Long entry,
        byte[] body,
        Instant issuedAt,
        List<PartyCode> recipients) {

    public Letter {
        recipients = List.copyOf(recipients);
    }

    /** The two kinds of letter. */
    public enum Type {
        ACKNOWLEDGEMENT("acknowledgement"),
        CIRCULAR("circular");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
