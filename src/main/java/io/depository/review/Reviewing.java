package io.depository.review;

import io.depository.examination.Resolving;
import io.depository.examination.Resolving.HeldNote;
import io.depository.examination.Resolving.Outlook;
import io.depository.inbox.Wake;
import io.depository.notification.Finding;
import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.register.Review;
import io.depository.staff.Audit;
import io.depository.treaty.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what is under review: one person, or two of one mind where the act is a withdrawal or a revocation. A vote, what
 * it decides and its line in the audit are one transaction under the lock of the register's head, so that of two who
 * decide at once one wins and the other is told.
 */
public class Reviewing {

    private final Resolving resolving;
    private final Register register;
    private final Inbox inbox;
    private final Votes votes;
    private final Audit audit;
    private final Wake wake;
    private final TransactionTemplate transaction;

    Reviewing(Resolving resolving, Register register, Inbox inbox, Records records, Wake wake) {
        this.resolving = resolving;
        this.register = register;
        this.inbox = inbox;
        this.votes = records.votes();
        this.audit = records.audit();
        this.transaction = records.transaction();
        this.wake = wake;
    }

    /** Where a review is written down. */
    record Records(Votes votes, Audit audit, TransactionTemplate transaction) {}

    /** What a vote led to. */
    public enum Progress {
        /** It is decided. */
        DECIDED,
        /** Another person of the same mind is needed. */
        ANOTHER_NEEDED
    }

    /**
     * Takes a vote, and decides where it is enough. When it throws, nothing has changed.
     *
     * @throws Unknown when there is no such arrival
     * @throws Conflict when it is not under review or decided already, when the same person votes twice for the same, or
     *     when a rule refuses what is to be approved: then it can be returned
     */
    public Progress vote(long arrival, Verdict verdict, Instruction instruction) {
        HeldNote note = resolving.find(arrival).orElse(null);
        Progress progress = transaction.execute(status -> {
            Append append = register.lock();
            HeldNote held = requireUnderReview(arrival, note);
            return decide(arrival, held, verdict, instruction, append);
        });
        wake.dispatch();
        return progress;
    }

    /** All votes on the arrival, in order. */
    public List<Vote> votesOn(long arrival) {
        return votes.on(arrival);
    }

    private Progress decide(long arrival, HeldNote note, Verdict verdict, Instruction instruction, Append append) {
        Outlook outlook = resolving.examine(note, append);
        if (verdict == Verdict.APPROVE) {
            requireApprovable(outlook);
        }
        List<Vote> agreed = castVote(arrival, verdict, instruction, append);
        if (agreed.size() < note.peopleNeeded()) {
            return Progress.ANOTHER_NEEDED;
        }
        List<Review> reviews = agreed.stream()
                .map(vote -> new Review(vote.by(), vote.at(), vote.reason()))
                .toList();
        if (verdict == Verdict.APPROVE) {
            resolving.register(outlook, reviews);
        } else {
            resolving.giveBack(outlook, reviews);
        }
        return Progress.DECIDED;
    }

    /** Writes the vote down; returns all of its mind, itself the last. */
    private List<Vote> castVote(long arrival, Verdict verdict, Instruction instruction, Append append) {
        List<Vote> agreed = new ArrayList<>(votes.on(arrival).stream()
                .filter(vote -> vote.verdict() == verdict)
                .toList());
        if (agreed.stream().anyMatch(vote -> vote.by().equals(instruction.who()))) {
            throw new Conflict(
                    Conflict.Code.SAME_PERSON,
                    new Bilingual(
                            "Вы уже высказались; нужен другой сотрудник того же мнения.",
                            "You have said so already; another person of the same mind is needed."));
        }
        Vote vote = new Vote(verdict, instruction.who(), append.recordedAt(), instruction.reason());
        agreed.add(vote);
        votes.add(arrival, agreed.size(), vote);
        audit.write(instruction.who(), "inbox." + verdict.wireName(), "inbox/" + arrival, instruction.reason());
        return agreed;
    }

    private HeldNote requireUnderReview(long arrival, @Nullable HeldNote note) {
        Inbox.Line line = inbox.find(arrival).orElseThrow(() -> noSuchArrival(arrival));
        if (line.state() == ArrivalState.UNDER_REVIEW && note != null) {
            return note;
        }
        throw notUnderReview(arrival, line.state().wireName());
    }

    private Conflict notUnderReview(long arrival, String state) {
        List<Vote> cast = votes.on(arrival);
        if (!cast.isEmpty()) {
            String who = cast.stream()
                    .map(vote -> vote.by() + " (" + vote.verdict().wireName() + ")")
                    .collect(Collectors.joining(", "));
            return new Conflict(
                    Conflict.Code.ALREADY_DECIDED,
                    new Bilingual(
                            "Уже решено: " + state + "; рассмотрели " + who + ".",
                            "It is decided already: " + state + "; reviewed by " + who + "."));
        }
        return new Conflict(
                Conflict.Code.NOT_IN_THAT_STATE,
                new Bilingual(
                        "Поступление " + arrival + " не на рассмотрении (" + state + ").",
                        "Arrival " + arrival + " is not under review but " + state + "."));
    }

    private static void requireApprovable(Outlook outlook) {
        if (outlook.mustWait()) {
            throw new Conflict(
                    Conflict.Code.EARLIER_UNDECIDED,
                    new Bilingual(
                            "Сначала должно быть решено более раннее поступление этого государства; повторите"
                                    + " позже.",
                            "An earlier arrival of this state must be decided first; try again in a while."));
        }
        if (!outlook.refusals().isEmpty()) {
            throw new Conflict(
                    Conflict.Code.REFUSED_NOW,
                    new Bilingual(
                            "При нынешнем состоянии реестра зарегистрировать нельзя; верните его отправителю. "
                                    + inWords(outlook, Bilingual::ru),
                            "As the register stands now it cannot be registered; return it to its sender. "
                                    + inWords(outlook, Bilingual::en)),
                    outlook.refusals());
        }
    }

    private static String inWords(Outlook outlook, Function<Bilingual, String> language) {
        return outlook.refusals().stream()
                .map((Finding finding) -> finding.code() + ": " + language.apply(finding.message()))
                .collect(Collectors.joining(" "));
    }

    /** The answer about a number that no arrival has. */
    public static Unknown noSuchArrival(long arrival) {
        return new Unknown(new Bilingual(
                "Поступления " + arrival + " нет; список дает GET /api/inbox.",
                "There is no arrival " + arrival + "; GET /api/inbox lists them."));
    }
}
