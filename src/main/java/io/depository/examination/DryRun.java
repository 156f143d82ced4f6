package io.depository.examination;

import io.depository.correspondence.LetterWriter;
import io.depository.examination.Decisions.Reference;
import io.depository.inbox.Worklist;
import io.depository.notification.Finding;
import io.depository.parties.Channel;
import io.depository.reading.Arrival;
import io.depository.register.FactStore;
import io.depository.register.RegisterReader;
import io.depository.standing.Positions;
import io.depository.treaty.LegalFact;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.WhatIf;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would be answered, if it came now: the same reading, the same rules and the same pure decision, on a snapshot that
 * is only read. Takes no lock, signs nothing, uses no number and no reference, and shows no stored letter.
 */
public final class DryRun {

    private final Preparation preparation;
    private final RegisterReader register;
    private final Decisions decisions;
    private final Positions positions;
    private final FactStore facts;
    private final Worklist worklist;
    private final LetterWriter writer;
    private final Clock clock;

    DryRun(
            Preparation preparation,
            RegisterReader register,
            Decisions decisions,
            Positions positions,
            FactStore facts,
            Worklist worklist,
            LetterWriter writer,
            Clock clock) {
        this.preparation = preparation;
        this.register = register;
        this.decisions = decisions;
        this.positions = positions;
        this.facts = facts;
        this.worklist = worklist;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Examines the bytes as if they came now, by no party's channel.
     *
     * @param bytes all of them, or the head where they are too many
     * @param tooLarge whether they are
     * @return the acknowledgement as JSON, with {@code "dryRun": true}
     */
    public byte[] rehearse(byte[] bytes, boolean tooLarge) {
        Arrival arrival = new Arrival(Channel.DRY_RUN, null, bytes, tooLarge, clock.instant());
        Prepared prepared = preparation.prepare(Prepared.NOT_STORED, arrival, digest(bytes));
        Decision decision = Deciding.decideAfresh(prepared, new ReadOnly(register.size(), arrival.receivedAt()));
        return writer.write(Acknowledging.rehearse(prepared, decision));
    }

    /**
     * What would follow if staff approved it now.
     *
     * @param mustWait whether an earlier arrival of the same party must be decided first
     * @param refusals why it could not be registered; empty where it could
     * @param whatIf what stands in law today, and what would; null where it cannot be registered
     */
    public record Foreseen(
            boolean mustWait,
            List<Finding> refusals,
            @Nullable WhatIf whatIf) {

        public Foreseen {
            refusals = List.copyOf(refusals);
        }
    }

    /** Examines what is under review as {@link Resolving} will when it is approved. */
    public Foreseen foresee(Resolving.HeldNote note, LocalDate today) {
        ReadOnly snapshot = new ReadOnly(register.size(), clock.instant());
        Decision decision = Deciding.decideReviewed(note.prepared(), snapshot);
        if (decision instanceof Decision.Registered registered) {
            LegalPosition known = snapshot.position(registered.notification().agreement());
            return new Foreseen(false, List.of(), WhatIf.of(known, List.of(registered.fact()), today));
        }
        List<Finding> refusals = decision instanceof Decision.Returned returned ? returned.errors() : List.of();
        return new Foreseen(decision instanceof Decision.Wait, refusals, null);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says not", e);
        }
    }

    private final class ReadOnly implements Snapshot {

        private final long size;
        private final Instant now;

        private ReadOnly(long size, Instant now) {
            this.size = size;
            this.now = now;
        }

        @Override
        public List<Earlier> decisionsOn(PartyCode speaker, String identity) {
            return List.of();
        }

        @Override
        public Optional<String> usedBy(PartyCode party, String reference) {
            Reference key = new Reference(party, reference);
            return Optional.ofNullable(decisions.usersOf(List.of(key)).get(key));
        }

        @Override
        public LegalPosition position(String agreement) {
            return positions.at(agreement, size);
        }

        @Override
        public Optional<LegalFact> registeredAct(String agreement, LegalFact.Target target) {
            return facts.find(agreement, target.party(), target.reference());
        }

        /** For what is not stored nothing is waited: the question is what would be answered now. */
        @Override
        public boolean hasEarlierUndecided(PartyCode party, Prepared prepared) {
            return prepared.receipt() != Prepared.NOT_STORED
                    && worklist.hasEarlierUndecided(
                            party, prepared.arrival().receivedAt(), prepared.receipt(), List.of());
        }

        @Override
        public long nextEntry() {
            return LegalFact.UNREGISTERED;
        }

        @Override
        public Instant recordedAt() {
            return now;
        }
    }
}
