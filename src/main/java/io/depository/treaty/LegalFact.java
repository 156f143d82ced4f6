package io.depository.treaty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A registered act as the law sees it.
 *
 * @param entry index of its entry in the register; {@link #UNREGISTERED} while it is only considered
 * @param party the state that acts
 * @param act what it does
 * @param reference the sender's note number
 * @param receivedAt the legal instant of receipt
 * @param receivedOn the legal date of receipt: the day of that instant in the depository's zone
 * @param refersTo for a revocation or objection, what it is about
 * @param effectiveOn for a withdrawal, the later day that the state asks for; for a succession, the day of it;
 *     for a consent, the later day on which it is to bind, where the agreement leaves that to the state
 * @param changedOn for a list of authorized bodies, the day the list changed
 * @param noticedOn the day on which the depository told the states of it, which is that of its registration; null where it
 *     is only considered
 * @param agreedOn for an accession that others must consent to, the day on which the last of them did; null where that is
 *     not known
 * @param reservation whether it is a reservation, or a consent that brings one
 */
public record LegalFact(
        long entry,
        PartyCode party,
        Act act,
        String reference,
        Instant receivedAt,
        LocalDate receivedOn,
        @Nullable Target refersTo,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate changedOn,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate agreedOn,
        boolean reservation) {

    /** The entry number of a fact that is not registered: it sorts after every registered one of the same instant. */
    public static final long UNREGISTERED = Long.MAX_VALUE;

    /** The order in which the law sees acts: by date, then instant of receipt, then entry. */
    public static final Comparator<LegalFact> IN_LAW = Comparator.comparing(LegalFact::receivedOn)
            .thenComparing(LegalFact::receivedAt)
            .thenComparingLong(LegalFact::entry);

    /** The day of a consent: of a succession the day that it names, of any other its receipt. */
    LocalDate consentOn() {
        return act == Act.SUCCESSION && effectiveOn != null ? effectiveOn : receivedOn;
    }

    /** A fact that brings no reservation, and that nobody has been told of yet. */
    public LegalFact(
            long entry,
            PartyCode party,
            Act act,
            String reference,
            Instant receivedAt,
            LocalDate receivedOn,
            @Nullable Target refersTo,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate changedOn) {
        this(
                entry,
                party,
                act,
                reference,
                receivedAt,
                receivedOn,
                refersTo,
                effectiveOn,
                changedOn,
                null,
                null,
                act == Act.RESERVATION);
    }

    /** A fact to which nobody else needs to consent. */
    public LegalFact(
            long entry,
            PartyCode party,
            Act act,
            String reference,
            Instant receivedAt,
            LocalDate receivedOn,
            @Nullable Target refersTo,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate changedOn,
            @Nullable LocalDate noticedOn,
            boolean reservation) {
        this(
                entry,
                party,
                act,
                reference,
                receivedAt,
                receivedOn,
                refersTo,
                effectiveOn,
                changedOn,
                noticedOn,
                null,
                reservation);
    }

    /** The same fact, of which the states are told on the day given. */
    public LegalFact noticedOn(LocalDate day) {
        return new LegalFact(
                entry,
                party,
                act,
                reference,
                receivedAt,
                receivedOn,
                refersTo,
                effectiveOn,
                changedOn,
                day,
                agreedOn,
                reservation);
    }

    /** The same fact, to which the last of those whose consent it needs consented on the day given. */
    public LegalFact agreedOn(LocalDate day) {
        return new LegalFact(
                entry,
                party,
                act,
                reference,
                receivedAt,
                receivedOn,
                refersTo,
                effectiveOn,
                changedOn,
                noticedOn,
                day,
                reservation);
    }

    /** The note that another note is about: its reference, and whose it is. */
    public record Target(PartyCode party, String reference) {}
}
