package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a state stood, stands and will stand with an agreement, as far as the facts tell. */
final class StandingHistory {

    /** A standing from its first day on; null where it has always been so. */
    private record Span(@Nullable LocalDate since, Standing standing) {}

    private final List<Span> spans = new ArrayList<>();
    private Standing beforeConsent = Standing.ENTITLED;

    private StandingHistory() {
        spans.add(new Span(null, Standing.ENTITLED));
    }

    /** The history of the state, by its signature and by what it undertook. */
    static StandingHistory of(PartyCode party, Chronicle chronicle) {
        StandingHistory history = new StandingHistory();
        List<Participation> all = chronicle.participationsOf(party);
        LocalDate signedOn = chronicle.signatures().dayOf(party);
        if (signedOn != null && (all.isEmpty() || !signedOn.isAfter(consentOn(all.get(0), chronicle)))) {
            history.change(StandingChange.SIGNED, signedOn);
        }
        for (Participation participation : all) {
            history.tell(participation, chronicle);
        }
        LocalDate anyway = chronicle.boundAnywayOn(party);
        if (anyway != null && all.stream().allMatch(one -> one.revocation() != null)) {
            history.bindAnyway(anyway);
        }
        Termination end = chronicle.termination();
        if (end != null) {
            history.end(end.on());
        }
        return history;
    }

    /**
     * Where the state stands on a day on or after which nothing more was received: the same as its history says, told from its
     * latest participation alone.
     */
    static Standing latest(PartyCode party, Chronicle chronicle, LocalDate day) {
        Participation latest = chronicle.latestOf(party);
        if (latest == null
                || latest.revocation() != null
                || consentOn(latest, chronicle).isAfter(day)) {
            return beforeLatest(party, chronicle, day);
        }
        LocalDate bound = chronicle.boundOn(latest);
        if (chronicle.isOver(day)) {
            return of(party, chronicle).on(day, false).standing();
        }
        if (bound == null || bound.isAfter(day)) {
            return Standing.CONTRACTING;
        }
        if (latest.isEndedBy(day)) {
            return Standing.FORMER;
        }
        return latest.standingNotice() == null ? Standing.PARTY : Standing.WITHDRAWING;
    }

    private static Standing beforeLatest(PartyCode party, Chronicle chronicle, LocalDate day) {
        if (chronicle.boundAnywayOn(party) != null || chronicle.isOver(day)) {
            return of(party, chronicle).on(day, false).standing();
        }
        List<Participation> all = chronicle.participationsOf(party);
        if (!all.isEmpty() && all.get(all.size() - 1).hasLeftBy(day)) {
            return Standing.FORMER;
        }
        LocalDate signedOn = chronicle.signatures().dayOf(party);
        boolean signed = signedOn != null
                && !signedOn.isAfter(day)
                && (all.isEmpty() || !signedOn.isAfter(consentOn(all.get(0), chronicle)));
        return signed ? Standing.SIGNATORY : Standing.ENTITLED;
    }

    private void tell(Participation participation, Chronicle chronicle) {
        change(StandingChange.CONSENTED, consentOn(participation, chronicle));
        LegalFact revocation = participation.revocation();
        LocalDate bound = chronicle.boundOn(participation);
        if (revocation != null) {
            change(StandingChange.CONSENT_REVOKED, revocation.receivedOn());
        } else if (bound != null) {
            change(StandingChange.BOUND, bound);
            participation.notices().forEach(this::tell);
        }
    }

    /** A signature that came later than that says nothing more. */
    private void bindAnyway(LocalDate on) {
        spans.removeIf(span -> span.since() != null && span.since().isAfter(on));
        change(StandingChange.BOUND_ANYWAY, on);
    }

    /** What would come later does not. */
    private void end(LocalDate on) {
        spans.removeIf(span -> span.since() != null && span.since().isAfter(on));
        Standing last = spans.get(spans.size() - 1).standing();
        if (last == Standing.PARTY || last == Standing.WITHDRAWING) {
            change(StandingChange.TERMINATED, on);
        }
    }

    /** A day recorded for a state can lie before its consent, as that of a succession does by law. */
    private static LocalDate consentOn(Participation participation, Chronicle chronicle) {
        LocalDate consented = participation.consent().consentOn();
        LocalDate bound = participation.revocation() == null ? chronicle.boundOn(participation) : null;
        return bound != null && bound.isBefore(consented) ? bound : consented;
    }

    StandingOf on(LocalDate day, boolean doubtful) {
        Span found = spans.get(0);
        LocalDate until = null;
        for (Span span : spans) {
            LocalDate since = span.since();
            if (since != null && since.isAfter(day)) {
                until = since;
                break;
            }
            found = span;
        }
        return new StandingOf(found.standing(), found.since(), until, doubtful);
    }

    private void tell(Participation.Notice notice) {
        LocalDate received = notice.fact().receivedOn();
        boolean dated = notice.effectiveOn().isBefore(received);
        change(StandingChange.WITHDREW, dated ? notice.effectiveOn() : received);
        LegalFact revocation = notice.revocation();
        if (revocation != null) {
            change(StandingChange.WITHDRAWAL_REVOKED, revocation.receivedOn());
        } else {
            change(StandingChange.RELEASED, notice.effectiveOn());
        }
    }

    private void change(StandingChange change, LocalDate on) {
        Span last = spans.get(spans.size() - 1);
        Standing next = change.from(last.standing(), beforeConsent);
        if (change == StandingChange.CONSENTED) {
            beforeConsent = last.standing();
        }
        if (on.equals(last.since())) {
            spans.remove(spans.size() - 1);
            // What changed to and fro within a day did not change.
            if (!spans.isEmpty() && spans.get(spans.size() - 1).standing() == next) {
                return;
            }
        }
        spans.add(new Span(on, next));
    }
}
