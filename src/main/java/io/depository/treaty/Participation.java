package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One time that a state consented to be bound, and what became of it. Grows while facts are replayed, then rests. */
final class Participation {

    private final LegalFact consent;
    private final boolean afterLeaving;
    private final Set<String> consentNotes = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable LegalFact revocation;

    /** The same participation so far, to grow on its own. */
    Participation copy() {
        Participation copy = new Participation(consent, afterLeaving);
        copy.consentNotes.addAll(consentNotes);
        notices.forEach(notice -> copy.notices.add(notice.copy()));
        copy.revocation = revocation;
        return copy;
    }

    /**
     * @param afterLeaving whether the state had been a party before, and had left
     */
    Participation(LegalFact consent, boolean afterLeaving) {
        this.consent = consent;
        this.afterLeaving = afterLeaving;
        consentNotes.add(consent.reference());
    }

    LegalFact consent() {
        return consent;
    }

    /** The act that took the consent back before it bound the state; null where none did. */
    @Nullable
    LegalFact revocation() {
        return revocation;
    }

    List<Notice> notices() {
        return notices;
    }

    /** Whether that note gave, or repeated, the consent. */
    boolean isConsentNote(String reference) {
        return consentNotes.contains(reference);
    }

    /** A further note of consent changes nothing, but a revocation of either takes the consent back. */
    void repeatConsent(LegalFact again) {
        consentNotes.add(again.reference());
    }

    void revokeConsent(LegalFact by) {
        revocation = by;
    }

    void withdraw(Notice notice) {
        notices.add(notice);
    }

    /** The latest notice, be it revoked or not; null where there is none. */
    @Nullable
    Notice latestNotice() {
        return notices.isEmpty() ? null : notices.get(notices.size() - 1);
    }

    /** The notice that stands, be it effective yet or not; null where there is none. */
    @Nullable
    Notice standingNotice() {
        Notice last = latestNotice();
        return last == null || last.revocation() != null ? null : last;
    }

    /** Whether the consent still stands on that day: neither taken back nor ended by a withdrawal. */
    boolean standsOn(LocalDate day) {
        return revocation == null && !isEndedBy(day);
    }

    /** Whether a withdrawal has ended it by that day. */
    boolean isEndedBy(LocalDate day) {
        Notice notice = standingNotice();
        return notice != null && !notice.effectiveOn().isAfter(day);
    }

    /** Whether by that day the state has been a party and has left, by this participation or one before it. */
    boolean hasLeftBy(LocalDate day) {
        return afterLeaving || isEndedBy(day);
    }

    /** A notice of withdrawal, and what became of it. */
    static final class Notice {
        private final LegalFact fact;
        private final LocalDate effectiveOn;
        private final Set<String> notes = new HashSet<>();
        private @Nullable LegalFact revocation;

        Notice(LegalFact fact, LocalDate effectiveOn) {
            this.fact = fact;
            this.effectiveOn = effectiveOn;
            notes.add(fact.reference());
        }

        Notice copy() {
            Notice copy = new Notice(fact, effectiveOn);
            copy.notes.addAll(notes);
            copy.revocation = revocation;
            return copy;
        }

        LegalFact fact() {
            return fact;
        }

        LocalDate effectiveOn() {
            return effectiveOn;
        }

        @Nullable
        LegalFact revocation() {
            return revocation;
        }

        boolean isNote(String reference) {
            return notes.contains(reference);
        }

        void repeat(LegalFact again) {
            notes.add(again.reference());
        }

        void revoke(LegalFact by) {
            revocation = by;
        }
    }
}
