package io.depository.outbox;

import io.depository.parties.Channel;
import io.depository.treaty.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement on its way to the sender of one arrival: a repeat gets a new answer with the same letter.
 *
 * @param letter id of the acknowledgement
 * @param receipt the arrival that is answered
 * @param address a registered e-mail address for mail; the party's code for JMS and files
 * @param correlation what the sender will recognise its message by
 */
public record Answer(
        String letter,
        long receipt,
        PartyCode party,
        Channel channel,
        String address,
        @Nullable String correlation) {}
