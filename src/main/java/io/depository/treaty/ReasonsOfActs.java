package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Why an act has the effect that it has by itself, whoever else consents: withdrawal, what is taken back, provisional
 * application, lists of authorized bodies.
 */
final class ReasonsOfActs {

    private final FinalClauses clauses;
    private final Arithmetic arithmetic;

    ReasonsOfActs(FinalClauses clauses) {
        this.clauses = clauses;
        this.arithmetic = new Arithmetic(clauses.counting());
    }

    Bilingual consentWithdrawn(LegalFact consent, LegalFact revocation) {
        return Article.because(
                clauses.articleOf(consent),
                "согласие (" + consent.party() + ", " + Entries.bareRu(List.of(consent))
                        + ") отозвано до вступления соглашения в силу для этого государства уведомлением, полученным "
                        + onDayRu(revocation.receivedOn()) + " " + Entries.ru(revocation) + ", и более не учитывается",
                "consent of " + consent.party() + " (" + Entries.bareEn(List.of(consent))
                        + ") revoked, before the agreement entered into force for that state, by a note received "
                        + dayEn(revocation.receivedOn()) + " " + Entries.en(revocation) + "; it no longer counts");
    }

    /** The day is given as it is counted: the end of the notice, a later one asked for, or the first on which one may leave. */
    Bilingual withdrawalEffective(Participation.Notice notice, LocalDate counted) {
        WithdrawalRule withdrawal = clauses.withdrawalOrSilence();
        LegalFact fact = notice.fact();
        LocalDate end = withdrawal.noticeEndsOn(fact.receivedOn(), clauses.counting());
        boolean clipped = withdrawal.notice().isClippedFrom(fact.receivedOn());
        boolean later = counted.isAfter(end);
        boolean asked = later && counted.equals(fact.effectiveOn());
        Bilingual plus = arithmetic.plus(withdrawal.notice(), fact.receivedOn());
        return Article.because(
                withdrawal.article(),
                "уведомление о выходе (" + fact.party() + ") получено " + onDayRu(fact.receivedOn()) + " "
                        + Entries.ru(fact) + plus.ru() + (clipped ? " (последний день месяца)" : "")
                        + (asked ? "; государство просит о более позднем дне: " + dayRu(counted) : "")
                        + (later && !asked ? leavesLaterRu(withdrawal) + dayRu(counted) : ""),
                "notice of withdrawal of " + fact.party() + " received " + dayEn(fact.receivedOn()) + " "
                        + Entries.en(fact) + plus.en() + (clipped ? " (the month's last day)" : "")
                        + (asked ? "; the state asks for a later day: " + dayEn(counted) : "")
                        + (later && !asked ? leavesLaterEn(withdrawal) + dayEn(counted) : ""));
    }

    private static String leavesLaterRu(WithdrawalRule rule) {
        return rule.atEndOfTerm()
                ? ", выход — по окончании срока действия: "
                : ", но не ранее дня, с которого можно выйти: ";
    }

    private static String leavesLaterEn(WithdrawalRule rule) {
        return rule.atEndOfTerm()
                ? ", and a state leaves at the end of a term: "
                : ", but not before the day from which a state may leave: ";
    }

    Bilingual withdrawalRevoked(Participation.Notice notice, LegalFact revocation) {
        return Article.because(
                clauses.withdrawalOrSilence().article(),
                "уведомление о выходе (" + revocation.party() + ", " + Entries.bareRu(List.of(notice.fact()))
                        + ") отозвано уведомлением, полученным " + onDayRu(revocation.receivedOn()) + " "
                        + Entries.ru(revocation) + ", до дня его действия: " + dayRu(notice.effectiveOn())
                        + " (статья 68 Венской конвенции)",
                "notice of withdrawal of " + revocation.party() + " (" + Entries.bareEn(List.of(notice.fact()))
                        + ") revoked by a note received " + dayEn(revocation.receivedOn()) + " "
                        + Entries.en(revocation) + ", before the day of its effect: " + dayEn(notice.effectiveOn())
                        + " (VCLT 68)");
    }

    Bilingual appliedProvisionally(LegalFact fact, ProvisionalApplicationRule provisional) {
        Bilingual plus = arithmetic.plus(provisional.period(), fact.receivedOn());
        return Article.because(
                provisional.article(),
                "уведомление о временном применении (" + fact.party() + ") получено " + onDayRu(fact.receivedOn()) + " "
                        + Entries.ru(fact) + plus.ru() + "; до вступления соглашения в силу для этого государства"
                        + " (статья 25 Венской конвенции)",
                "notification of provisional application of " + fact.party() + " received "
                        + dayEn(fact.receivedOn()) + " " + Entries.en(fact) + plus.en()
                        + "; until the agreement enters into force for that state (VCLT 25)");
    }

    Bilingual appliedNoMore(Provisional applied, LegalFact revocation) {
        LegalPeriod after = Objects.requireNonNull(applied.rule().untilAfter());
        Bilingual plus = arithmetic.plus(after, revocation.receivedOn());
        return Article.because(
                applied.rule().article(),
                "уведомление о прекращении временного применения (" + revocation.party() + ") получено "
                        + onDayRu(revocation.receivedOn()) + " " + Entries.ru(revocation) + plus.ru(),
                "notification that " + revocation.party() + " ends provisional application received "
                        + dayEn(revocation.receivedOn()) + " " + Entries.en(revocation) + plus.en());
    }

    Bilingual bodiesListed(LegalFact fact, AuthorizedBodiesRule bodies) {
        LocalDate changedOn = fact.changedOn();
        String ru = "перечень уполномоченных органов (" + fact.party() + ") получен " + onDayRu(fact.receivedOn()) + " "
                + Entries.ru(fact);
        String en = "list of authorized bodies of " + fact.party() + " received " + dayEn(fact.receivedOn()) + " "
                + Entries.en(fact);
        if (changedOn != null) {
            LocalDate last = bodies.inTimeUntil(changedOn);
            long lateBy = ChronoUnit.DAYS.between(last, fact.receivedOn());
            ru += "; изменен " + onDayRu(changedOn) + " + " + Words.daysRu(bodies.changesWithinDays()) + " = "
                    + dayRu(last) + ": " + (lateBy > 0 ? "опоздание на " + Words.daysRu(lateBy) : "в срок");
            en += "; changed " + dayEn(changedOn) + " + " + Words.daysEn(bodies.changesWithinDays()) + " = "
                    + dayEn(last) + ": " + (lateBy > 0 ? "late by " + Words.daysEn(lateBy) : "in time");
        }
        return Article.because(bodies.article(), ru, en);
    }
}
