package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Why an effect follows: the rule with its article, the entries that counted, and the arithmetic. */
final class Reasons {

    private final FinalClauses clauses;

    Reasons(FinalClauses clauses) {
        this.clauses = clauses;
    }

    /** The place of the consent among those counted is {@code number}, from 1. */
    Bilingual consentCounted(LegalFact consent, int number) {
        int needed = clauses.entryIntoForce().needed();
        boolean within = number <= needed;
        return because(
                clauses.entryIntoForce().article(),
                "уведомление (" + consent.party() + ") получено " + onDayRu(consent.receivedOn()) + " "
                        + entriesRu(consent) + " и учтено: "
                        + (within ? number + " из " + needed : Words.ordinalRu(number) + ", требовалось " + needed),
                "notification of " + consent.party() + " received " + dayEn(consent.receivedOn()) + " "
                        + entriesEn(consent) + " and counted: "
                        + (within
                                ? number + " of " + needed
                                : Words.ordinalEn(number) + ", " + needed + " were needed"));
    }

    Bilingual thresholdReached(Threshold threshold) {
        int needed = threshold.facts().size();
        LocalDate on = threshold.last().receivedOn();
        return because(
                clauses.entryIntoForce().article(),
                Words.ordinalRu(needed) + " уведомление из " + needed + " получено " + onDayRu(on) + " "
                        + entriesRu(threshold.facts()),
                Words.ordinalEn(needed) + " of " + needed + " notifications received " + dayEn(on) + " "
                        + entriesEn(threshold.facts()));
    }

    Bilingual thresholdLost(Chronicle.Lost lost, int remaining) {
        int needed = clauses.entryIntoForce().needed();
        LegalFact by = lost.by();
        return because(
                clauses.entryIntoForce().article(),
                "согласие (" + by.party() + ") отозвано уведомлением, полученным " + onDayRu(by.receivedOn()) + " "
                        + entriesRu(by) + "; остается " + remaining + " из "
                        + Words.ofCountRu(needed, "уведомления", "уведомлений") + ", и дата вступления в силу, "
                        + dayRu(lost.generalOn()) + ", отпадает",
                "consent of " + by.party() + " revoked by a note received " + dayEn(by.receivedOn()) + " "
                        + entriesEn(by) + "; " + remaining + " of "
                        + Words.countEn(needed, "notification", "notifications")
                        + " remain, and the date of entry into force, " + dayEn(lost.generalOn()) + ", falls");
    }

    Bilingual entryIntoForce(Threshold threshold) {
        LegalFact last = threshold.last();
        int needed = threshold.facts().size();
        return because(
                clauses.entryIntoForce().article(),
                Words.ordinalRu(needed) + " уведомление получено " + onDayRu(last.receivedOn()) + " " + entriesRu(last)
                        + plusRu(clauses.entryIntoForce().period(), threshold.generalOn()) + "; учтены "
                        + bareEntriesRu(threshold.facts()),
                Words.ordinalEn(needed) + " notification received " + dayEn(last.receivedOn()) + " " + entriesEn(last)
                        + plusEn(clauses.entryIntoForce().period(), threshold.generalOn()) + "; counted: "
                        + bareEntriesEn(threshold.facts()));
    }

    /** For one of the consents that bring the agreement into force. */
    Bilingual inForceWithAgreement(LegalFact consent, Threshold threshold) {
        int needed = threshold.facts().size();
        return because(
                clauses.entryIntoForce().article(),
                "уведомление (" + consent.party() + ") " + entriesRu(consent) + " — одно из первых "
                        + needed + ": вступает в силу вместе с соглашением; " + Words.ordinalRu(needed)
                        + " уведомление получено " + onDayRu(threshold.last().receivedOn()) + " "
                        + entriesRu(threshold.last())
                        + plusRu(clauses.entryIntoForce().period(), threshold.generalOn()),
                "notification of " + consent.party() + " " + entriesEn(consent) + " is one of the first " + needed
                        + ": in force with the agreement; " + Words.ordinalEn(needed) + " notification received "
                        + dayEn(threshold.last().receivedOn()) + " " + entriesEn(threshold.last())
                        + plusEn(clauses.entryIntoForce().period(), threshold.generalOn()));
    }

    /** For any other consent, with the end of its own period and the general day, which it cannot precede. */
    Bilingual inForceOnItsOwn(LegalFact consent, LocalDate ownEnd, LocalDate general) {
        LegalPeriod period = BindingDay.periodOf(consent, clauses);
        boolean accession = consent.act() == Act.ACCESSION;
        boolean waits = ownEnd.isBefore(general);
        return because(
                BindingDay.articleOf(consent, clauses),
                (accession ? "документ о присоединении (" : "уведомление (") + consent.party() + ")"
                        + (accession ? " получен " : " получено ") + onDayRu(consent.receivedOn()) + " "
                        + entriesRu(consent) + plusRu(period, ownEnd)
                        + (waits ? ", но не ранее вступления соглашения в силу: " + dayRu(general) : ""),
                (accession ? "accession of " : "notification of ") + consent.party() + " received "
                        + dayEn(consent.receivedOn()) + " " + entriesEn(consent) + plusEn(period, ownEnd)
                        + (waits ? ", but not before the agreement enters into force: " + dayEn(general) : ""));
    }

    Bilingual noDateYet(LegalFact consent, List<LegalFact> counted) {
        int needed = clauses.entryIntoForce().needed();
        int missing = needed - counted.size();
        String entriesRu = counted.isEmpty() ? "" : " " + entriesRu(counted);
        String entriesEn = counted.isEmpty() ? "" : " " + entriesEn(counted);
        boolean accession = consent.act() == Act.ACCESSION;
        return because(
                BindingDay.articleOf(consent, clauses),
                "даты пока нет"
                        + (accession ? ": присоединение не действует ранее вступления соглашения в силу; " : ": ")
                        + "получено " + counted.size() + " из "
                        + Words.ofCountRu(needed, "уведомления", "уведомлений") + entriesRu + ", недостает " + missing,
                "no date yet"
                        + (accession ? ": accession has no effect before the agreement enters into force; " : ": ")
                        + counted.size() + " of " + Words.countEn(needed, "notification", "notifications")
                        + " received" + entriesEn + ", " + missing + " more needed");
    }

    Bilingual consentWithdrawn(LegalFact consent, LegalFact revocation) {
        return because(
                BindingDay.articleOf(consent, clauses),
                "согласие (" + consent.party() + ", " + bareEntriesRu(List.of(consent))
                        + ") отозвано до вступления соглашения в силу для этого государства уведомлением, полученным "
                        + onDayRu(revocation.receivedOn()) + " " + entriesRu(revocation) + ", и более не учитывается",
                "consent of " + consent.party() + " (" + bareEntriesEn(List.of(consent))
                        + ") revoked, before the agreement entered into force for that state, by a note received "
                        + dayEn(revocation.receivedOn()) + " " + entriesEn(revocation) + "; it no longer counts");
    }

    Bilingual withdrawalEffective(Participation.Notice notice, WithdrawalRule rule) {
        LegalFact fact = notice.fact();
        LocalDate end = rule.notice().endsOn(fact.receivedOn(), clauses.counting());
        boolean clipped = rule.notice().isClippedFrom(fact.receivedOn());
        boolean later = notice.effectiveOn().isAfter(end);
        return because(
                rule.article(),
                "уведомление о выходе (" + fact.party() + ") получено " + onDayRu(fact.receivedOn()) + " "
                        + entriesRu(fact) + plusRu(rule.notice(), end)
                        + (clipped ? " (последний день месяца)" : "")
                        + (later ? "; государство просит о более позднем дне: " + dayRu(notice.effectiveOn()) : ""),
                "notice of withdrawal of " + fact.party() + " received " + dayEn(fact.receivedOn()) + " "
                        + entriesEn(fact) + plusEn(rule.notice(), end) + (clipped ? " (the month's last day)" : "")
                        + (later ? "; the state asks for a later day: " + dayEn(notice.effectiveOn()) : ""));
    }

    Bilingual withdrawalRevoked(Participation.Notice notice, LegalFact revocation, WithdrawalRule rule) {
        return because(
                rule.article(),
                "уведомление о выходе (" + revocation.party() + ", " + bareEntriesRu(List.of(notice.fact()))
                        + ") отозвано уведомлением, полученным " + onDayRu(revocation.receivedOn()) + " "
                        + entriesRu(revocation) + ", до дня его действия: " + dayRu(notice.effectiveOn())
                        + " (статья 68 Венской конвенции)",
                "notice of withdrawal of " + revocation.party() + " (" + bareEntriesEn(List.of(notice.fact()))
                        + ") revoked by a note received " + dayEn(revocation.receivedOn()) + " "
                        + entriesEn(revocation) + ", before the day of its effect: " + dayEn(notice.effectiveOn())
                        + " (VCLT 68)");
    }

    Bilingual bodiesListed(LegalFact fact, AuthorizedBodiesRule rule) {
        LocalDate changedOn = fact.changedOn();
        String ru = "перечень уполномоченных органов (" + fact.party() + ") получен " + onDayRu(fact.receivedOn()) + " "
                + entriesRu(fact);
        String en = "list of authorized bodies of " + fact.party() + " received " + dayEn(fact.receivedOn()) + " "
                + entriesEn(fact);
        if (changedOn != null) {
            LocalDate last = rule.inTimeUntil(changedOn);
            long lateBy = ChronoUnit.DAYS.between(last, fact.receivedOn());
            ru += "; изменен " + onDayRu(changedOn) + " + " + Words.daysRu(rule.changesWithinDays()) + " = "
                    + dayRu(last) + ": " + (lateBy > 0 ? "опоздание на " + Words.daysRu(lateBy) : "в срок");
            en += "; changed " + dayEn(changedOn) + " + " + Words.daysEn(rule.changesWithinDays()) + " = " + dayEn(last)
                    + ": " + (lateBy > 0 ? "late by " + Words.daysEn(lateBy) : "in time");
        }
        return because(rule.article(), ru, en);
    }

    private Bilingual because(String article, String ru, String en) {
        return new Bilingual("Статья " + article + ": " + ru, "Article " + article + ": " + en);
    }

    private String plusRu(LegalPeriod period, LocalDate end) {
        String full = clauses.counting() == CountingConvention.AFTER_N_FULL_DAYS ? " полностью, следующий день" : "";
        return " + " + Words.periodRu(period) + full + " = " + dayRu(end);
    }

    private String plusEn(LegalPeriod period, LocalDate end) {
        String full = clauses.counting() == CountingConvention.AFTER_N_FULL_DAYS ? " in full, the day after" : "";
        return " + " + Words.periodEn(period) + full + " = " + dayEn(end);
    }

    private static String entriesRu(LegalFact fact) {
        return entriesRu(List.of(fact));
    }

    private static String entriesEn(LegalFact fact) {
        return entriesEn(List.of(fact));
    }

    private static String entriesRu(List<LegalFact> facts) {
        return "(" + bareEntriesRu(facts) + ")";
    }

    private static String entriesEn(List<LegalFact> facts) {
        return "(" + bareEntriesEn(facts) + ")";
    }

    private static String bareEntriesRu(List<LegalFact> facts) {
        return bareEntries(facts, "запись ", "записи ", "это уведомление");
    }

    private static String bareEntriesEn(List<LegalFact> facts) {
        return bareEntries(facts, "entry ", "entries ", "this notification");
    }

    /** What is only considered has no entry yet: it comes last, by name. */
    private static String bareEntries(List<LegalFact> facts, String one, String many, String considered) {
        List<LegalFact> registered = facts.stream()
                .filter(fact -> fact.entry() != LegalFact.UNREGISTERED)
                .toList();
        String numbers =
                registered.stream().map(fact -> Long.toString(fact.entry())).collect(Collectors.joining(", "));
        if (registered.isEmpty()) {
            return considered;
        }
        String said = (registered.size() == 1 ? one : many) + numbers;
        return registered.size() == facts.size() ? said : said + ", " + considered;
    }
}
