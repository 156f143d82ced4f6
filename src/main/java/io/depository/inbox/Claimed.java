package io.depository.inbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An arrival that this process has taken on to examine, for as long as its lease lasts.
 *
 * @param receipt its number; arrivals of one instant are examined in the order of their numbers
 * @param content the exact bytes, or the first 64 KB of them where {@code tooLarge}
 * @param digest SHA-256 of all bytes that came
 * @param attempts how often it has been claimed, this time included
 * @param lease the token without which nothing about it is written
 */
public record Claimed(
        long receipt,
        Channel channel,
        @Nullable PartyCode channelParty,
        byte[] content,
        byte[] digest,
        boolean tooLarge,
        Instant receivedAt,
        @Nullable String correlation,
        int attempts,
        UUID lease) {}
