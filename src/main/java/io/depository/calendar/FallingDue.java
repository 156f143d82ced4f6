package io.depository.calendar;

import io.depository.calendar.DutyBook.Booked;
import io.depository.correspondence.Circular;
import io.depository.correspondence.CircularKind;
import io.depository.inbox.Wake;
import io.depository.outbox.Letter;
import io.depository.outbox.Outbox;
import io.depository.register.Append;
import io.depository.register.Register;
import io.depository.standing.Agreements;
import io.depository.standing.Positions;
import io.depository.treaty.Duty;
import io.depository.treaty.LegalPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The use case of the calendar: tells what falls due, once, dated rightly, however late the depository comes back. What
 * is due is found by asking the database; it is checked against the law under the head lock before it is told.
 */
public class FallingDue {

    private static final int AT_ONCE = 100;

    private final Register register;
    private final DutyBook book;
    private final Positions positions;
    private final Circulars circulars;
    private final Outbox outbox;
    private final Wake wake;
    private final Today today;
    private final ClockWatch watch;
    private final TransactionTemplate transaction;
    private final Agreements agreements;
    private boolean reconciled;

    public FallingDue(
            Register register,
            DutyBook book,
            Positions positions,
            Circulars circulars,
            Outbox outbox,
            Wake wake,
            Today today,
            ClockWatch watch,
            TransactionTemplate transaction,
            Agreements agreements) {
        this.register = register;
        this.book = book;
        this.positions = positions;
        this.circulars = circulars;
        this.outbox = outbox;
        this.wake = wake;
        this.today = today;
        this.watch = watch;
        this.transaction = transaction;
        this.agreements = agreements;
    }

    /**
     * Tells everything that is due by today, unless the clock cannot be trusted.
     *
     * @return how many circulars were issued
     */
    public int announce() {
        if (!watch.isTrustworthy()) {
            return 0;
        }
        reconcileOnce();
        int issued = 0;
        LocalDate date = today.date();
        while (book.anythingDue(date)) {
            issued += transaction.execute(status -> announceSome(date));
        }
        if (issued > 0) {
            wake.dispatch();
        }
        return issued;
    }

    /**
     * Once after the start, makes the book agree with every agreement as it now reads: a new version of an agreement may
     * have moved a day.
     */
    private synchronized void reconcileOnce() {
        if (reconciled) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            Append append = register.lock();
            agreements.list().forEach(agreement -> book.rewrite(positions.at(agreement.id(), append.size())));
            append.seal();
        });
        reconciled = true;
    }

    private int announceSome(LocalDate date) {
        Append append = register.lock();
        Map<String, List<Duty>> standing = new HashMap<>();
        List<Announcement> announcements = new ArrayList<>();
        for (Booked booked : book.due(date, AT_ONCE)) {
            LegalPosition position = positions.at(booked.agreement(), append.size());
            standing.computeIfAbsent(booked.agreement(), id -> book.dutiesOf(position)).stream()
                    .filter(booked::matches)
                    .filter(duty -> !isOvertaken(duty, date))
                    .findFirst()
                    .ifPresentOrElse(
                            duty -> announcements.add(
                                    new Announcement(booked.id(), duty, position, circulars.numberOf(append))),
                            () -> book.dropped(booked.id()));
        }
        append.seal();
        for (Announcement announcement : announcements) {
            Letter letter =
                    circulars.letterOf(circularOf(announcement, append), announcement.position(), append.size());
            outbox.keep(List.of(letter));
            book.done(announcement.booked(), letter.id());
        }
        return announcements.size();
    }

    /** A duty about to be fulfilled: its number is taken before the register is sealed, its proof after. */
    private record Announcement(long booked, Duty duty, LegalPosition position, String number) {}

    /** "Due in seven days" is never said once the day itself has come. */
    private static boolean isOvertaken(Duty duty, LocalDate date) {
        return Circulars.kindOf(duty.kind()) == CircularKind.ENTRY_INTO_FORCE_DUE && !date.isBefore(duty.effectOn());
    }

    private static Circular circularOf(Announcement announcement, Append append) {
        Duty duty = announcement.duty();
        return new Circular(
                Circulars.idOf(announcement.number()),
                announcement.number(),
                Circulars.kindOf(duty.kind()),
                announcement.position().agreement().id(),
                duty.party(),
                null,
                null,
                null,
                duty.entry(),
                null,
                List.of(),
                duty.effects(),
                List.of(),
                append.recordedAt(),
                append.receiptOf(duty.entry()));
    }
}
