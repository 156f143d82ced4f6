package io.depository.treaty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which states apply the agreement before it is in force for them, or did (VCLT 25): the latest time of each. Grows while
 * facts are told, then rests.
 */
final class ProvisionalApplications {

    private final Map<PartyCode, Provisional> latest = new HashMap<>();

    /** The same so far, to grow on their own. */
    ProvisionalApplications copy() {
        ProvisionalApplications copy = new ProvisionalApplications();
        copy.latest.putAll(latest);
        return copy;
    }

    /** All that have notified it and have not taken it back with effect at once. */
    Set<PartyCode> states() {
        return new HashSet<>(latest.keySet());
    }

    /** The state's latest, be it ended or not; null where there is none. */
    @Nullable
    Provisional of(PartyCode party) {
        return latest.get(party);
    }

    /** Begins by that note or signature, unless the state applies the agreement already. */
    void begin(LegalFact fact, ProvisionalApplicationRule rule, Counting counting) {
        Provisional applied = of(fact.party());
        if (applied == null || applied.revocation() != null) {
            latest.put(fact.party(), new Provisional(fact, null, rule, counting));
        }
    }

    /** Ends by that note, which takes back the one of the reference given; false where that is about something else. */
    boolean end(LegalFact note, String reference) {
        Provisional applied = of(note.party());
        if (applied == null || !applied.isNote(reference)) {
            return false;
        }
        if (applied.endsAtOnce()) {
            latest.remove(note.party());
        } else {
            latest.put(note.party(), applied.revokedBy(note));
        }
        return true;
    }
}
