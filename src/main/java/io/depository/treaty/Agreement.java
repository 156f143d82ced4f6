package io.depository.treaty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An agreement as the depository applies it: who may take part, and its final clauses as rules.
 *
 * @param id the id in notifications, e.g. {@code cis-heavy-engineering-2025}
 * @param signedPlace where it was signed
 * @param signedOn the day it was signed, from which its signatories are signatories
 * @param depository the id of the depository that keeps it
 * @param zone the zone in which its days begin and end
 * @param states the states entitled to take part, each once
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

    /** The state of that code, or empty where the agreement does not name it: it is then not entitled. */
    public Optional<AgreementState> findState(PartyCode party) {
        return states.stream().filter(state -> state.party().equals(party)).findFirst();
    }
}
