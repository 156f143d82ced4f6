package io.depository.treaty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the depository applies it: who may take part, and its final clauses as rules.
 *
 * @param id the id in notifications, e.g. {@code cis-heavy-engineering-2025}
 * @param signedPlace where it was signed, or opened for signature
 * @param signedOn the day it was signed, from which its signatories are signatories
 * @param depository the id of the depository that keeps it
 * @param zone the zone in which its days begin and end
 * @param states the states that it names, each once; they are entitled to take part
 * @param openTo who else is entitled
 * @param amends the agreement that it amends; null where it stands for itself
 * @param clauses the final clauses
 */
public record Agreement(
        String id,
        Bilingual title,
        String signedPlace,
        LocalDate signedOn,
        String depository,
        ZoneId zone,
        List<AgreementState> states,
        Circle openTo,
        @Nullable Amends amends,
        FinalClauses clauses) {

    public Agreement {
        states = List.copyOf(states);
        Set<PartyCode> named = new HashSet<>();
        for (AgreementState state : states) {
            if (!named.add(state.party())) {
                throw new IllegalArgumentException("Agreement " + id + " names " + state.party() + " twice");
            }
        }
    }

    /** Whether the state may take part at all. */
    public boolean isEntitled(PartyCode party) {
        return openTo.includes(party)
                || findState(party).isPresent()
                || clauses.entryIntoForce().bindsAnyway(party);
    }

    /** The same agreement with other final clauses. */
    public Agreement with(FinalClauses others) {
        return new Agreement(id, title, signedPlace, signedOn, depository, zone, states, openTo, amends, others);
    }

    /** The state of that code, or empty where the agreement does not name it. */
    public Optional<AgreementState> findState(PartyCode party) {
        return states.stream().filter(state -> state.party().equals(party)).findFirst();
    }
}
