package io.depository.parties;

import io.depository.treaty.PartyCode;

/**
 * A channel on which a party has asked to be told.
 *
 * @param address an e-mail address for mail; the queue for JMS; the folder's party for files
 */
public record Registration(PartyCode party, Channel channel, String address) {}
