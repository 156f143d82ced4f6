package io.depository.reading;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came, as it came.
 *
 * @param channel how it came
 * @param channelParty whose channel it is; null where it is nobody's (mail, dry run)
 * @param bytes the exact bytes; only the first 64 KB of them where it was too large
 * @param tooLarge whether it exceeded the channel's size limit
 * @param receivedAt the legal instant of receipt
 */
public record Arrival(
        Channel channel, @Nullable PartyCode channelParty, byte[] bytes, boolean tooLarge, Instant receivedAt) {}
