package io.depository.inbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived, before it is stored.
 *
 * @param channel how it came
 * @param channelKey names this arrival on its channel for ever, and contains the digest: storing the same key twice
 *     stores it once
 * @param channelParty whose channel it is; null for mail
 * @param account who the transport says sent it; evidence only
 * @param content the exact bytes, or the first 64 KB of them where {@code tooLarge}
 * @param digest SHA-256 of all bytes that came
 * @param size number of all bytes that came
 * @param tooLarge whether the channel's size limit was exceeded
 * @param receivedAt the legal instant of receipt, as the transport proves it
 * @param correlation what an answer refers to: JMSMessageID, Message-ID or file name
 * @param evidence what else the transport said
 */
public record NewReceipt(
        Channel channel,
        String channelKey,
        @Nullable PartyCode channelParty,
        @Nullable String account,
        byte[] content,
        byte[] digest,
        long size,
        boolean tooLarge,
        Instant receivedAt,
        @Nullable String correlation,
        Map<String, String> evidence) {

    public NewReceipt {
        evidence = Map.copyOf(evidence);
    }
}
