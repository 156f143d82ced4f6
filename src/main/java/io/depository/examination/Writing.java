package io.depository.examination;

import io.depository.calendar.DutyBook;
import io.depository.correspondence.Acknowledgement;
import io.depository.correspondence.LetterWriter;
import io.depository.notification.Voucher;
import io.depository.outbox.Answer;
import io.depository.outbox.Letter;
import io.depository.outbox.Outbox;
import io.depository.register.Append;
import io.depository.register.FactStore;
import io.depository.register.FactStore.NewFact;
import io.depository.treaty.Law;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes all that rulings bring, in the caller's transaction under the lock of the register's head: entries, decisions,
 * facts, duties, letters and answers. What becomes of the work is the caller's to write.
 */
final class Writing {

    private final FactStore facts;
    private final Decisions decisions;
    private final DutyBook duties;
    private final Outbox outbox;
    private final Registration registration;
    private final Addressing addressing;
    private final LetterWriter writer;

    Writing(
            Recording.Stores stores,
            Outbox outbox,
            Registration registration,
            Addressing addressing,
            LetterWriter writer) {
        this.facts = stores.facts();
        this.decisions = stores.decisions();
        this.duties = stores.duties();
        this.outbox = outbox;
        this.registration = registration;
        this.addressing = addressing;
        this.writer = writer;
    }

    /** Adds the ruling's entry to the register, where it makes one, and takes it into account for those that follow. */
    void enter(Ruling ruling, BatchSnapshot snapshot, Append append) {
        ruling.registered()
                .forEach(registered -> append.add(
                        registration.entryOf(ruling.prepared(), registered, ruling.reviews(), append.recordedAt())));
        snapshot.note(ruling);
    }

    /** Seals the register and writes the rest. */
    void write(List<Ruling> rulings, BatchSnapshot snapshot, Append append) {
        List<Registration.Announcement> announcements = registration.announce(
                rulings.stream().flatMap(ruling -> ruling.registered().stream()).toList(), append);
        append.seal();
        List<Letter> letters = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        List<Decisions.Taken> taken = new ArrayList<>();
        List<NewFact> newFacts = new ArrayList<>();
        for (Ruling ruling : rulings) {
            if (ruling.isDecidedHere()) {
                letters.add(letterOf(ruling, append));
                taken.add(takenOf(ruling));
            }
            ruling.registered()
                    .forEach(registered -> newFacts.add(new NewFact(
                            registered.notification().agreement(),
                            registered.fact(),
                            Law.movesDates(registered.fact().act()))));
            String answered = ruling.answeredBy();
            if (answered != null) {
                addressing
                        .answer(ruling.examined().claimed(), ruling.prepared(), answered)
                        .ifPresent(answers::add);
            }
        }
        announcements.forEach(announcement -> letters.add(registration.letterOf(announcement, append)));
        outbox.keep(letters);
        outbox.answer(answers);
        rulings.forEach(ruling -> ruling.bounce().ifPresent(back -> outbox.bounced(back.messageId(), back.reason())));
        decisions.write(taken, append.recordedAt());
        decisions.use(snapshot.newUsers());
        facts.add(newFacts);
        snapshot.moved().values().forEach(duties::rewrite);
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
                Ruling.outcomeOf(ruling.decision()).wireName(),
                prepared.speaker(),
                prepared.decidedAs(),
                ruling.weight(),
                voucher instanceof Voucher.Signature signature ? signature.kid() : null,
                prepared.reading().heading().agreement(),
                prepared.reading().heading().act(),
                prepared.reading().heading().reference(),
                ruling.registered().stream()
                        .map(registered -> registered.fact().entry())
                        .findFirst()
                        .orElse(null),
                ruling.acknowledgement(),
                ruling.decision() instanceof Decision.Returned returned
                        ? returned.errors().stream()
                                .map(error -> error.code().name())
                                .distinct()
                                .toList()
                        : List.of());
    }
}
