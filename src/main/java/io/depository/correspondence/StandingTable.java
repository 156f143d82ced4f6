package io.depository.correspondence;

import io.depository.treaty.Act;
import io.depository.treaty.AgreementState;
import io.depository.treaty.Bilingual;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Standing;
import io.depository.treaty.StandingOf;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where every state stands with an agreement when a circular is issued. It is part of the letter's bytes, so that each
 * document made of them shows the same, however much later.
 *
 * @param asOf the day whose end it shows, in the depository's zone
 * @param treeSize the number of register entries that it rests on
 * @param entryIntoForce the day of general entry into force; null while none follows
 * @param needed how many consents are needed
 * @param states those that the agreement names, in its order, then others that have acted
 */
public record StandingTable(
        LocalDate asOf, long treeSize, @Nullable LocalDate entryIntoForce, int needed, List<Row> states) {

    public StandingTable {
        states = List.copyOf(states);
    }

    /**
     * One state.
     *
     * @param doubt what is doubtful about its signature; null where nothing is, or where it was settled
     * @param since the first day of its standing; null where it has always been so
     * @param until the first day on which that no longer holds; null where none is known
     * @param consent its latest consent that was not taken back; null where there is none
     */
    public record Row(
            PartyCode party,
            Bilingual name,
            Standing standing,
            @Nullable Bilingual doubt,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Consent consent) {}

    /**
     * A consent to be bound, as the register has it.
     *
     * @param counted whether it is one of those that bring, or are counted so far to bring, the agreement into force
     * @param reservation whether it came with a reservation
     * @param inForceOn the day from which it binds the state; null while none follows
     */
    public record Consent(
            Act act,
            String reference,
            LocalDate receivedOn,
            long entry,
            boolean counted,
            boolean reservation,
            @Nullable LocalDate inForceOn) {}

    /**
     * The table for a day.
     *
     * @param treeSize the number of register entries that the position rests on
     */
    public static StandingTable of(LegalPosition position, LocalDate asOf, long treeSize, Names names) {
        List<LegalFact> decisive = position.decisiveConsents();
        return new StandingTable(
                asOf,
                treeSize,
                position.entryIntoForce().orElse(null),
                position.needed(),
                position.parties().stream()
                        .map(party -> row(party, position, asOf, decisive, names))
                        .toList());
    }

    private static Row row(
            PartyCode party, LegalPosition position, LocalDate asOf, List<LegalFact> decisive, Names names) {
        StandingOf standing = position.standingOf(party, asOf);
        Optional<AgreementState> named = position.agreement().findState(party);
        return new Row(
                party,
                named.map(AgreementState::name).orElseGet(() -> names.state(party)),
                standing.standing(),
                standing.doubtful() ? named.map(AgreementState::doubt).orElse(null) : null,
                standing.since(),
                standing.until(),
                position.consentOf(party)
                        .map(fact -> new Consent(
                                fact.act(),
                                fact.reference(),
                                fact.receivedOn(),
                                fact.entry(),
                                decisive.contains(fact),
                                fact.reservation(),
                                position.boundSince(party).orElse(null)))
                        .orElse(null));
    }

    /** The consents that bring the agreement into force, or are counted so far, by day of receipt and entry, with their states. */
    SortedMap<Consent, Row> counted() {
        SortedMap<Consent, Row> counted =
                new TreeMap<>(Comparator.comparing(Consent::receivedOn).thenComparing(Consent::entry));
        for (Row row : states) {
            Consent consent = row.consent();
            if (consent != null && consent.counted()) {
                counted.put(consent, row);
            }
        }
        return counted;
    }
}
