package io.depository.parties;

import io.depository.treaty.PartyCode;
import java.util.List;
import java.util.Optional;

/** The states that the depository knows, with their keys and channels. Safe for concurrent use; answers from memory. */
public interface Directory {

    /** All states, in the order of their codes. */
    List<State> listStates();

    Optional<State> findState(PartyCode party);

    /** The key of that thumbprint, whoever it belongs to and whether or not it is still valid. */
    Optional<RegisteredKey> findKey(String kid);

    /** The authorities whose certificates speak for parties, whether or not they are still valid. */
    List<RegisteredKey> listAuthorities();

    /** The channels on which the party is told, in the order of {@link Channel}. */
    List<Registration> listChannels(PartyCode party);

    /** The registered e-mail address of the party, where there is one. */
    Optional<String> findMailAddress(PartyCode party);
}
