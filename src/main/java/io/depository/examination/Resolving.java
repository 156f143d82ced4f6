package io.depository.examination;

import io.depository.examination.Examination.Examined;
import io.depository.inbox.Claimed;
import io.depository.notification.Finding;
import io.depository.notification.Findings;
import io.depository.register.Append;
import io.depository.register.NewEntry;
import io.depository.register.NotificationRecord.Arrived;
import io.depository.register.ReturnRecord;
import io.depository.register.Review;
import io.depository.treaty.Act;
import io.depository.treaty.PartyCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries out what staff decide about an arrival under review: the same examination as ever against the register as it
 * now stands, and the same writing. What is registered counts from its receipt (VCLT 78 (b)). Who may decide, and how
 * many must, is the caller's to know.
 */
public final class Resolving {

    /** Acts that end or take back what stands: two members of staff look at each. */
    private static final Set<Act> FOR_TWO = EnumSet.of(Act.WITHDRAWAL, Act.REVOCATION);

    private final Preparation preparation;
    private final Recording.Stores stores;
    private final Writing writing;

    Resolving(Preparation preparation, Recording.Stores stores, Writing writing) {
        this.preparation = preparation;
        this.stores = stores;
        this.writing = writing;
    }

    /** A notification under review, read anew. */
    public static final class HeldNote {

        private final Examined examined;

        private HeldNote(Claimed claimed, Prepared prepared) {
            this.examined = new Examined(claimed, prepared);
        }

        Prepared prepared() {
            return examined.prepared();
        }

        /** How many people must be of one mind. */
        public int peopleNeeded() {
            return Optional.ofNullable(examined.prepared().reading().heading().act())
                            .flatMap(Act::find)
                            .filter(FOR_TWO::contains)
                            .isPresent()
                    ? 2
                    : 1;
        }
    }

    /** What an examination says now, with the hold lifted. Belongs to one transaction. */
    public static final class Outlook {

        private final HeldNote note;
        private final BatchSnapshot snapshot;
        private final Append append;
        private final Decision decision;

        private Outlook(HeldNote note, BatchSnapshot snapshot, Append append) {
            this.note = note;
            this.snapshot = snapshot;
            this.append = append;
            this.decision = Deciding.decideReviewed(note.examined.prepared(), snapshot);
        }

        /** Whether an earlier arrival of the same party must be decided first. */
        public boolean mustWait() {
            return decision instanceof Decision.Wait;
        }

        /** Why it cannot be registered; empty where it can, or must wait. */
        public List<Finding> refusals() {
            return decision instanceof Decision.Returned returned ? returned.errors() : List.of();
        }
    }

    /** Reads an arrival that is under review, outside the lock; empty when it is not. */
    public Optional<HeldNote> find(long receipt) {
        return stores.worklist()
                .findUnderReview(receipt)
                .map(claimed -> new HeldNote(claimed, preparation.prepare(claimed)));
    }

    /** Examines it against the register as it stands under the caller's lock. */
    public Outlook examine(HeldNote note, Append append) {
        return new Outlook(note, new BatchSnapshot(List.of(note.examined.prepared()), append, stores), append);
    }

    /**
     * Registers it with all that follows, and seals the register.
     *
     * @throws IllegalStateException when the outlook is another
     */
    public void register(Outlook outlook, List<Review> reviews) {
        if (!(outlook.decision instanceof Decision.Registered)) {
            throw new IllegalStateException("The examination of arrival " + receiptOf(outlook)
                    + " does not lead to its registration; look at the outlook first");
        }
        Ruling ruling = Ruling.of(outlook.note.examined, outlook.decision, reviews);
        writing.enter(ruling, outlook.snapshot, outlook.append);
        finish(ruling, outlook);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outlook.snapshot.handOver(stores.positions());
            }
        });
    }

    /** Gives it back with the reviewers' reasons, and with what the examination finds besides; seals the register. */
    public void giveBack(Outlook outlook, List<Review> reviews) {
        List<Finding> errors = new ArrayList<>();
        errors.add(Findings.returnedByStaff(reviews.stream().map(Review::reason).toList()));
        errors.addAll(outlook.refusals());
        Ruling ruling = Ruling.of(outlook.note.examined, new Decision.Returned(errors), reviews);
        outlook.append.add(entryOf(outlook, reviews));
        writing.enter(ruling, outlook.snapshot, outlook.append);
        finish(ruling, outlook);
    }

    private void finish(Ruling ruling, Outlook outlook) {
        writing.write(List.of(ruling), outlook.snapshot, outlook.append);
        stores.worklist().resolve(receiptOf(outlook), ruling.stateAfter());
    }

    private static NewEntry entryOf(Outlook outlook, List<Review> reviews) {
        Prepared prepared = outlook.note.examined.prepared();
        String agreement = Objects.requireNonNull(
                prepared.reading().heading().agreement(), "Only what names an agreement comes under review");
        PartyCode speaker = prepared.speaker();
        ReturnRecord record = new ReturnRecord(
                outlook.append.size(),
                outlook.append.recordedAt(),
                prepared.reading().heading(),
                new Arrived(
                        prepared.arrival().channel().wireName(),
                        prepared.arrival().receivedAt(),
                        prepared.receivedOn(),
                        prepared.sha256(),
                        prepared.identity()),
                reviews);
        return new NewEntry(NewEntry.Type.STAFF, agreement, speaker, record.toBytes());
    }

    private static long receiptOf(Outlook outlook) {
        return outlook.note.examined.prepared().receipt();
    }
}
