package io.depository.treaty;

import static io.depository.treaty.Refusals.refusal;
import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules by which an act is refused through which a state would join. */
final class Joining {

    private Joining() {}

    static @Nullable Refusal askSignature(Refusals.Question question) {
        SignatureRule rule = question.clauses().signature();
        if (question.act().act() != Act.SIGNATURE || rule == null) {
            return null;
        }
        String ru = Article.ru(rule.article());
        String en = Article.en(rule.article());
        LocalDate until = rule.until();
        if (until != null && !rule.isOpenOn(question.act().receivedOn())) {
            return refusal(
                    Refusal.Kind.ACT_NOT_ALLOWED,
                    "Соглашение было открыто для подписания по " + dayRu(until) + " (" + ru + ").",
                    "The agreement was open for signature until " + dayEn(until) + " (" + en + ").");
        }
        if (!rule.openTo().includes(question.party())) {
            return refusal(
                    Refusal.Kind.ACT_NOT_ALLOWED,
                    "Для государства " + question.party() + " соглашение не открыто для подписания (" + ru + ").",
                    "The agreement is not open for signature by " + question.party() + " (" + en + ").");
        }
        return question.isSignatory()
                ? refusal(
                        Refusal.Kind.ALREADY_DONE,
                        "Государство " + question.party() + " уже подписало соглашение (" + ru + ").",
                        "The state " + question.party() + " has signed the agreement already (" + en + ").")
                : null;
    }

    static @Nullable Refusal askSignatory(Refusals.Question question) {
        if (!question.isConsentOfSignatory() || Openness.isOpen(question.act(), question.told())) {
            return null;
        }
        if (question.clauses().consent().openTo() != null) {
            return refusal(
                    Refusal.Kind.ACT_NOT_ALLOWED,
                    "Такое согласие (" + question.act().act().wireName() + ") открыто не для государства "
                            + question.party() + " ("
                            + Article.ru(question.clauses().consent().article()) + ").",
                    "Such a consent (" + question.act().act().wireName() + ") is not open to the state "
                            + question.party() + " ("
                            + Article.en(question.clauses().consent().article()) + ").");
        }
        String article = question.clauses().consent().article();
        String who = question.hasLeft() ? "вышло из соглашения" : "не подписало соглашение";
        String whoEn = question.hasLeft() ? "has withdrawn from the agreement" : "did not sign the agreement";
        AccessionRule accession = question.clauses().accession();
        return refusal(
                Refusal.Kind.OUT_OF_ORDER,
                "Государство " + question.party() + " " + who + ", а " + Article.ru(article)
                        + " рассчитана на подписавшие государства."
                        + (accession == null
                                ? ""
                                : " Направьте документ о присоединении (" + Article.ru(accession.article()) + ")."),
                "The state " + question.party() + " " + whoEn + ", and " + Article.en(article)
                        + " is for signatories."
                        + (accession == null
                                ? ""
                                : " Please send a document of accession (" + Article.en(accession.article()) + ")."));
    }

    static @Nullable Refusal askAccession(Refusals.Question question) {
        AccessionRule rule = question.clauses().accession();
        if (question.act().act() != Act.ACCESSION || rule == null) {
            return null;
        }
        String ru = Article.ru(rule.article());
        String en = Article.en(rule.article());
        if (!rule.openTo().includes(question.party())) {
            return refusal(
                    Refusal.Kind.ACT_NOT_ALLOWED,
                    "Присоединение (" + ru + ") открыто не для государства " + question.party() + ".",
                    "Accession (" + en + ") is not open to the state " + question.party() + ".");
        }
        if (rule.onceInForce() && !question.isInForce()) {
            return refusal(
                    Refusal.Kind.OUT_OF_ORDER,
                    "Присоединиться (" + ru + ") можно после вступления соглашения в силу. Направьте документ позже.",
                    "Accession (" + en + ") is open once the agreement is in force. Please send the document then.");
        }
        if (rule.signatoriesToo() || !question.isSignatory() || question.hasLeft()) {
            return null;
        }
        boolean procedures = question.clauses().consent().acts().contains(Act.COMPLETION_OF_PROCEDURES);
        String consent = question.clauses().consent().article();
        return refusal(
                Refusal.Kind.ACT_NOT_ALLOWED,
                "Присоединение (" + ru + ") открыто для неподписавших государств, а государство " + question.party()
                        + " подписало соглашение. "
                        + (procedures
                                ? "Уведомите о выполнении внутригосударственных процедур"
                                : "Выразите согласие как подписавшее государство")
                        + " (" + Article.ru(consent) + ").",
                "Accession (" + en + ") is for states that did not sign, and " + question.party() + " signed. Please "
                        + (procedures ? "notify the completion of procedures" : "consent as a signatory does") + " ("
                        + Article.en(consent) + ").");
    }

    static @Nullable Refusal askProvisional(Refusals.Question question) {
        ProvisionalApplicationRule rule = question.clauses().provisionalApplication();
        if (question.act().act() != Act.PROVISIONAL_APPLICATION || rule == null) {
            return null;
        }
        String ru = Article.ru(rule.article());
        String en = Article.en(rule.article());
        if (question.standing() == Standing.PARTY || question.standing() == Standing.WITHDRAWING) {
            return refusal(
                    Refusal.Kind.OUT_OF_ORDER,
                    "Для государства " + question.party() + " соглашение уже действует: временно применять нечего ("
                            + ru + ").",
                    "The agreement is in force for " + question.party() + ": there is nothing to apply provisionally ("
                            + en + ").");
        }
        Provisional applied = question.told().provisionalOf(question.party());
        return applied == null || applied.revocation() != null
                ? null
                : refusal(
                        Refusal.Kind.ALREADY_DONE,
                        "Государство " + question.party() + " уже заявило о временном применении (" + ru + ").",
                        "The state " + question.party() + " applies the agreement provisionally already (" + en + ").");
    }

    static @Nullable Refusal askSuccession(Refusals.Question question) {
        SuccessionRule rule = question.clauses().succession();
        if (question.act().act() != Act.SUCCESSION) {
            return null;
        }
        if (rule == null
                && question.told().agreement().findState(question.party()).isEmpty()) {
            return refusal(
                    Refusal.Kind.ACT_NOT_ALLOWED,
                    "Соглашение не предусматривает правопреемства государства " + question.party()
                            + ". Обратитесь к депозитарию.",
                    "The agreement provides for no succession by " + question.party() + ". Please ask the depository.");
        }
        if (rule == null) {
            return refusal(
                    Refusal.Kind.OUT_OF_ORDER,
                    "Соглашение само называет государство " + question.party()
                            + ", и преемства не требуется (Венская конвенция о правопреемстве государств в отношении"
                            + " договоров, статья 2). Дайте согласие: уведомлением о выполнении процедур или"
                            + " присоединением.",
                    "The agreement itself names the state " + question.party()
                            + ", which therefore succeeds to nobody (Vienna Convention on Succession of States in respect"
                            + " of Treaties, Article 2). Please consent: by completion of procedures or by accession.");
        }
        return rule.openTo().includes(question.party())
                ? null
                : refusal(
                        Refusal.Kind.ACT_NOT_ALLOWED,
                        "Правопреемство (" + Article.ru(rule.article()) + ") открыто не для государства "
                                + question.party() + ".",
                        "Succession (" + Article.en(rule.article()) + ") is not open to the state " + question.party()
                                + ".");
    }
}
