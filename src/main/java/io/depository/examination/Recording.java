package io.depository.examination;

import io.depository.calendar.DutyBook;
import io.depository.correspondence.Acknowledgement;
import io.depository.correspondence.LetterWriter;
import io.depository.correspondence.Outcome;
import io.depository.examination.Examination.Examined;
import io.depository.inbox.Claimed;
import io.depository.inbox.WorkState;
import io.depository.inbox.Worklist;
import io.depository.notification.Voucher;
import io.depository.outbox.Answer;
import io.depository.outbox.Letter;
import io.depository.outbox.Outbox;
import io.depository.register.Append;
import io.depository.register.FactStore;
import io.depository.register.FactStore.NewFact;
import io.depository.register.Register;
import io.depository.standing.Positions;
import io.depository.treaty.Law;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a batch in order and writes, in one transaction under the lock of the register's head, all that follows:
 * entries, decisions, facts, duties, letters, answers and the state of the work.
 */
final class Recording {

    private final TransactionTemplate transaction;
    private final Register register;
    private final FactStore facts;
    private final Stores stores;
    private final Positions positions;
    private final Decisions decisions;
    private final Worklist worklist;
    private final DutyBook duties;
    private final Outbox outbox;
    private final Registration registration;
    private final Addressing addressing;
    private final LetterWriter writer;

    Recording(
            TransactionTemplate transaction,
            Stores stores,
            Outbox outbox,
            Registration registration,
            Addressing addressing,
            LetterWriter writer) {
        this.transaction = transaction;
        this.stores = stores;
        this.register = stores.register();
        this.facts = stores.facts();
        this.positions = stores.positions();
        this.decisions = stores.decisions();
        this.worklist = stores.worklist();
        this.duties = stores.duties();
        this.outbox = outbox;
        this.registration = registration;
        this.addressing = addressing;
        this.writer = writer;
    }

    /** Where a decision reads from and writes to. */
    record Stores(
            Register register,
            FactStore facts,
            Positions positions,
            Decisions decisions,
            Worklist worklist,
            DutyBook duties) {}

    /**
     * Decides and writes. When it throws, nothing was written.
     *
     * @return the arrivals that must wait for an earlier one; nothing was written about them
     */
    List<Examined> record(List<Examined> batch) {
        Outcomes outcomes = transaction.execute(status -> decideAndWrite(batch));
        positions.advance(
                outcomes.snapshot().sizeBefore(),
                outcomes.snapshot().nextEntry(),
                outcomes.snapshot().moved());
        return outcomes.waiting();
    }

    private record Outcomes(BatchSnapshot snapshot, List<Examined> waiting) {}

    private Outcomes decideAndWrite(List<Examined> batch) {
        Append append = register.lock();
        BatchSnapshot snapshot =
                new BatchSnapshot(batch.stream().map(Examined::prepared).toList(), append, stores);
        List<Ruling> rulings = new ArrayList<>();
        List<Examined> waiting = new ArrayList<>();
        for (Examined examined : batch) {
            Decision decision = Deciding.decide(examined.prepared(), snapshot);
            if (decision instanceof Decision.Wait) {
                waiting.add(examined);
                continue;
            }
            String id = "ack-" + UUID.randomUUID();
            if (decision instanceof Decision.Registered registered) {
                append.add(registration.entryOf(examined.prepared(), registered, append.recordedAt()));
            }
            snapshot.note(examined.prepared(), decision, id);
            rulings.add(new Ruling(examined, decision, id));
        }
        List<Registration.Announcement> announcements = registration.announce(
                rulings.stream().flatMap(ruling -> ruling.registered().stream()).toList(), append);
        append.seal();
        write(rulings, announcements, snapshot, append);
        return new Outcomes(snapshot, waiting);
    }

    /** A decision with the id of the acknowledgement that tells it. */
    private record Ruling(Examined examined, Decision decision, String acknowledgement) {

        Prepared prepared() {
            return examined.prepared();
        }

        List<Decision.Registered> registered() {
            return decision instanceof Decision.Registered registered ? List.of(registered) : List.of();
        }

        boolean isDecidedHere() {
            return decision instanceof Decision.Returned
                    || decision instanceof Decision.Held
                    || decision instanceof Decision.Registered;
        }
    }

    private void write(
            List<Ruling> rulings,
            List<Registration.Announcement> announcements,
            BatchSnapshot snapshot,
            Append append) {
        List<Letter> letters = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        List<Decisions.Taken> taken = new ArrayList<>();
        List<NewFact> newFacts = new ArrayList<>();
        Map<Claimed, WorkState> settled = new LinkedHashMap<>();
        for (Ruling ruling : rulings) {
            settled.put(ruling.examined().claimed(), stateAfter(ruling.decision()));
            if (ruling.isDecidedHere()) {
                letters.add(letterOf(ruling, append));
                taken.add(takenOf(ruling));
            }
            ruling.registered()
                    .forEach(registered -> newFacts.add(new NewFact(
                            registered.notification().agreement(),
                            registered.fact(),
                            Law.movesDates(registered.fact().act()))));
            String answered = answeredBy(ruling);
            if (answered != null) {
                addressing
                        .answer(ruling.examined().claimed(), ruling.prepared(), answered)
                        .ifPresent(answers::add);
            }
        }
        announcements.forEach(announcement -> letters.add(registration.letterOf(announcement, append)));
        outbox.keep(letters);
        outbox.answer(answers);
        decisions.write(taken, append.recordedAt());
        decisions.use(snapshot.newUsers());
        facts.add(newFacts);
        snapshot.moved().values().forEach(duties::rewrite);
        worklist.settle(settled);
    }

    private static @Nullable String answeredBy(Ruling ruling) {
        if (ruling.decision() instanceof Decision.Repeat repeat) {
            return repeat.acknowledgement();
        }
        return ruling.isDecidedHere() ? ruling.acknowledgement() : null;
    }

    private Letter letterOf(Ruling ruling, Append append) {
        Acknowledgement acknowledgement =
                Acknowledging.acknowledge(ruling.acknowledgement(), ruling.prepared(), ruling.decision(), append);
        return new Letter(
                ruling.acknowledgement(),
                Letter.Type.ACKNOWLEDGEMENT,
                null,
                null,
                acknowledgement.heading().agreement(),
                ruling.prepared().speaker(),
                acknowledgement.heading().reference(),
                acknowledgement.entry(),
                writer.write(acknowledgement),
                append.recordedAt(),
                List.of());
    }

    private static Decisions.Taken takenOf(Ruling ruling) {
        Prepared prepared = ruling.prepared();
        Voucher voucher = prepared.reading().voucher();
        return new Decisions.Taken(
                prepared.receipt(),
                outcomeOf(ruling.decision()).wireName(),
                prepared.speaker(),
                prepared.decidedAs(),
                voucher.weight(),
                voucher instanceof Voucher.Signature signature ? signature.kid() : null,
                prepared.reading().heading().agreement(),
                prepared.reading().heading().act(),
                prepared.reading().heading().reference(),
                ruling.registered().stream()
                        .map(registered -> registered.fact().entry())
                        .findFirst()
                        .orElse(null),
                ruling.acknowledgement());
    }

    /** The outcome of a decision that is told by an acknowledgement of its own. */
    static Outcome outcomeOf(Decision decision) {
        if (decision instanceof Decision.Registered) {
            return Outcome.REGISTERED;
        }
        return decision instanceof Decision.Held ? Outcome.UNDER_REVIEW : Outcome.RETURNED;
    }

    private static WorkState stateAfter(Decision decision) {
        if (decision instanceof Decision.Repeat) {
            return WorkState.REPEAT;
        }
        if (decision instanceof Decision.SetAside) {
            return WorkState.SET_ASIDE;
        }
        return switch (outcomeOf(decision)) {
            case REGISTERED -> WorkState.REGISTERED;
            case UNDER_REVIEW -> WorkState.UNDER_REVIEW;
            case RETURNED -> WorkState.RETURNED;
        };
    }
}
