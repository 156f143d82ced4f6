package io.depository.examination;

import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the register and the earlier decisions say at the moment of a decision. Only looked at, never changed. */
interface Snapshot {

    /** The decisions on the same bytes by the same speaker, oldest first. */
    List<Earlier> decisionsOn(PartyCode speaker, String identity);

    /** The identity of the notification that used the reference up, if any did. */
    Optional<String> usedBy(PartyCode party, String reference);

    /** Where the agreement stands. */
    LegalPosition position(String agreement);

    /** The registered act that a note refers to. */
    Optional<LegalFact> registeredAct(String agreement, LegalFact.Target target);

    /** Whether an arrival of that party came before this one and is not decided yet. */
    boolean hasEarlierUndecided(PartyCode party, Prepared prepared);

    /** The index that the next entry will have. */
    long nextEntry();

    /** When what is decided now is recorded, and with that told to the states. */
    Instant recordedAt();

    /**
     * An earlier decision.
     *
     * @param weight how much vouched for the notification that it was about
     * @param acknowledgement the letter that told it; null where nobody could be answered
     */
    record Earlier(int weight, @Nullable String acknowledgement) {}
}
