package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One letter for one recipient on one channel.
 *
 * @param wireId stable and unique: the broker's duplicate id, and part of the file's name and of the Message-ID, so that
 *     a letter sent twice is recognised as one
 * @param occasion the receipt that is answered; 0 for a circular
 * @param address a registered e-mail address for mail; the party's code for JMS and files
 * @param correlation what the sender of the answered arrival will recognise it by
 * @param attempts how often it was tried before
 * @param createdAt when it was put down
 */
public record Delivery(
        long id,
        String wireId,
        Letter letter,
        long occasion,
        PartyCode party,
        Channel channel,
        String address,
        @Nullable String correlation,
        int attempts,
        Instant createdAt) {}
