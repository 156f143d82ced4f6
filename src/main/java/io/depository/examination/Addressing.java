package io.depository.examination;

import io.depository.inbox.Claimed;
import io.depository.outbox.Answer;
import io.depository.parties.Channel;
import io.depository.parties.Directory;
import io.depository.treaty.PartyCode;
import java.util.Optional;

/**
 * Whom an acknowledgement goes to: the channel's party on its own channel; by mail the registered address of the speaker,
 * who is the valid signer before the party that the text names; never an address that a message gives.
 */
final class Addressing {

    private final Directory directory;

    Addressing(Directory directory) {
        this.directory = directory;
    }

    /** The answer, or empty where nobody can be answered. */
    Optional<Answer> answer(Claimed claimed, Prepared prepared, String acknowledgement) {
        if (claimed.channel() == Channel.MAIL) {
            PartyCode speaker = prepared.speaker();
            return speaker == null
                    ? Optional.empty()
                    : directory
                            .findMailAddress(speaker)
                            .map(address -> answer(claimed, speaker, address, acknowledgement));
        }
        PartyCode party = claimed.channelParty();
        return party == null ? Optional.empty() : Optional.of(answer(claimed, party, party.value(), acknowledgement));
    }

    private static Answer answer(Claimed claimed, PartyCode party, String address, String acknowledgement) {
        return new Answer(acknowledgement, claimed.receipt(), party, claimed.channel(), address, claimed.correlation());
    }
}
