package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The directory in the hands of staff. Changes are made in the caller's transaction; the {@link Directory} shows them
 * within a second.
 */
public interface DirectoryBook {

    /** All keys ever registered for the party, the earliest first. */
    List<RegisteredKey> listKeys(PartyCode party);

    /** Whether a key of that name is registered, for whomever. */
    boolean isKnown(String kid);

    /** Registers a key. Returns whether it is new; a key that is registered, for whomever, is left as it is. */
    boolean add(RegisteredKey key);

    /** Revokes a key of the party from that instant on. Returns whether there was one to revoke. */
    boolean revoke(PartyCode party, String kid, Instant at);

    /** The party's channels are those given, with their addresses, and no others. */
    void setChannels(PartyCode party, Map<Channel, String> addresses);
}
