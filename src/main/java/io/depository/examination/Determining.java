package io.depository.examination;

import io.depository.calendar.Circulars;
import io.depository.calendar.DutyBook;
import io.depository.correspondence.Circular;
import io.depository.correspondence.CircularKind;
import io.depository.outbox.Letter;
import io.depository.outbox.Outbox;
import io.depository.register.Append;
import io.depository.register.DeterminationRecord;
import io.depository.register.DeterminationStore;
import io.depository.register.NewEntry;
import io.depository.standing.Positions;
import io.depository.treaty.Consequences;
import io.depository.treaty.Determination;
import io.depository.treaty.Law;
import io.depository.treaty.LegalPosition;
import io.depository.treaty.PartyCode;
import io.depository.treaty.SettledSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records what the depository determines under an agreement, with all that follows: the entry, the duties, and where a date
 * that was told is another one now, a correction to all (VCLT 79). Who may determine is the caller's to know.
 */
public final class Determining {

    private final Positions positions;
    private final DeterminationStore determinations;
    private final DutyBook duties;
    private final Circulars circulars;
    private final Outbox outbox;

    Determining(
            Positions positions,
            DeterminationStore determinations,
            DutyBook duties,
            Circulars circulars,
            Outbox outbox) {
        this.positions = positions;
        this.determinations = determinations;
        this.duties = duties;
        this.circulars = circulars;
        this.outbox = outbox;
    }

    /** Where the agreement stands under the caller's lock. */
    public LegalPosition position(String agreement, Append append) {
        return positions.at(agreement, append.size());
    }

    /**
     * Writes it and seals the register, in the caller's transaction under the lock of the register's head.
     *
     * @param determination whose entry is the next one of the register
     */
    public void record(String agreement, Determination determination, Append append) {
        if (determination.entry() != append.size()) {
            throw new IllegalStateException(
                    "Entry " + append.size() + " is next, and not " + determination.entry() + " as determined");
        }
        long before = append.size();
        Consequences consequences = Law.determine(position(agreement, append), determination);
        DeterminationRecord record = new DeterminationRecord(
                determination.entry(),
                append.recordedAt(),
                agreement,
                determination,
                consequences.effects(),
                consequences.moved());
        append.add(new NewEntry(NewEntry.Type.STAFF, agreement, partyOf(determination), record.toBytes()));
        String number = consequences.moved().isEmpty() ? null : circulars.numberOf(append);
        append.seal();
        determinations.add(agreement, determination);
        duties.rewrite(consequences.after());
        if (number != null) {
            outbox.keep(List.of(correction(number, agreement, determination, consequences, append)));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                positions.advance(before, before + 1, Map.of(agreement, consequences.after()));
            }
        });
    }

    private Letter correction(
            String number, String agreement, Determination determination, Consequences consequences, Append append) {
        Circular circular = new Circular(
                Circulars.idOf(number),
                number,
                CircularKind.CORRECTION,
                agreement,
                null,
                null,
                null,
                null,
                determination.entry(),
                null,
                List.of(),
                consequences.effects(),
                consequences.moved(),
                append.recordedAt(),
                append.receiptOf(determination.entry()));
        return circulars.letterOf(circular, consequences.after());
    }

    private static @Nullable PartyCode partyOf(Determination determination) {
        return determination instanceof SettledSignature signature ? signature.party() : null;
    }
}
