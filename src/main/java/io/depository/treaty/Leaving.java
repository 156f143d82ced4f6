package io.depository.treaty;

import static io.depository.treaty.Refusals.refusal;
import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules by which a withdrawal is refused. */
final class Leaving {

    private Leaving() {}

    static @Nullable Refusal askWithdrawal(Refusals.Question question) {
        if (question.act().act() != Act.WITHDRAWAL) {
            return null;
        }
        PartyCode party = question.party();
        String ru = Article.ru(question.clauses().withdrawalOrSilence().article());
        String en = Article.en(question.clauses().withdrawalOrSilence().article());
        return switch (question.standing()) {
            case PARTY -> askTime(question, ru, en);
            case WITHDRAWING, FORMER ->
                refusal(
                        Refusal.Kind.ALREADY_DONE,
                        "Уведомление государства " + party + " о выходе уже получено (" + ru + ").",
                        "The notice of withdrawal of " + party + " has been received (" + en + ").");
            case ENTITLED, SIGNATORY ->
                refusal(
                        Refusal.Kind.OUT_OF_ORDER,
                        "Выйти может только участник (" + ru + "), а государство " + party + " не давало согласия.",
                        "Only a party can withdraw (" + en + "), and " + party + " has given no consent.");
            case CONTRACTING ->
                refusal(
                        Refusal.Kind.OUT_OF_ORDER,
                        "Выйти может только участник (" + ru + "), а для государства " + party
                                + " соглашение еще не вступило в силу. Отзовите согласие (действие revocation).",
                        "Only a party can withdraw (" + en + "), and the agreement is not yet in force for " + party
                                + ". Please revoke the consent instead (act revocation).");
        };
    }

    private static @Nullable Refusal askTime(Refusals.Question question, String ru, String en) {
        Participation latest = question.told().latestOf(question.party());
        if (latest == null) {
            return refusal(
                    Refusal.Kind.OUT_OF_ORDER,
                    "Соглашение обязательно для государства " + question.party()
                            + " без его согласия, и выйти из него отдельно нельзя. Уведомьте о выходе из соглашения,"
                            + " которое оно изменяет.",
                    "The agreement binds " + question.party()
                            + " without its consent, and cannot be left by itself. Please withdraw from the agreement"
                            + " that it amends.");
        }
        LocalDate receivedOn = question.act().receivedOn();
        LocalDate first = question.told().leavingDay(latest).opensOn(receivedOn);
        return first == null || !first.isAfter(receivedOn)
                ? null
                : refusal(
                        Refusal.Kind.OUT_OF_ORDER,
                        "Уведомить о выходе можно с " + dayRu(first) + " (" + ru
                                + "). Направьте уведомление в этот день или" + " позже.",
                        "Notice of withdrawal can be given from " + dayEn(first) + " on (" + en
                                + "). Please send it on that day or later.");
    }
}
