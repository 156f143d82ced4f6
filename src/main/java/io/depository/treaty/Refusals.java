package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an act is refused, each a named value. All are asked, so that the state learns of every defect at
 * once; those that need the state's standing are asked only of states that the agreement names.
 */
final class Refusals {

    /** Acts by which a state can consent, or begin to, under one agreement or another. */
    private static final Set<Act> WAYS_TO_CONSENT = EnumSet.of(
            Act.SIGNATURE,
            Act.COMPLETION_OF_PROCEDURES,
            Act.RATIFICATION,
            Act.ACCEPTANCE,
            Act.APPROVAL,
            Act.PROVISIONAL_APPLICATION);

    private static final Set<Act> ONLY_FOR_PARTICIPANTS =
            EnumSet.of(Act.AUTHORIZED_BODIES, Act.DECLARATION, Act.OBJECTION);

    /** An act, and the position in which it was received. */
    record Question(
            LegalPosition position, LegalFact act, @Nullable LegalFact referred) {

        FinalClauses clauses() {
            return position.agreement().clauses();
        }

        PartyCode party() {
            return act.party();
        }

        boolean isConsentOfSignatory() {
            return clauses().entryIntoForce().isConsentOfSignatory(act.act());
        }

        boolean hasLeft() {
            return position.chronicle().hasLeft(party(), act.receivedOn());
        }

        boolean hasConsented() {
            return position.chronicle().hasConsented(party(), act.receivedOn());
        }

        boolean isSignatory() {
            return position.agreement()
                    .findState(party())
                    .filter(position::isSignatory)
                    .isPresent();
        }

        Standing standing() {
            return position.standingOf(party(), act.receivedOn()).standing();
        }
    }

    /** A rule: its refusal, or null where the act keeps to it. */
    private interface Rule {
        @Nullable
        Refusal ask(Question question);
    }

    private static final Rule IS_ENTITLED = Refusals::askEntitled;
    private static final Rule IS_OPEN_TO_ANYBODY = Refusals::askOpenToAnybody;
    private static final Rule SIGNATORIES_COMPLETE = Refusals::askSignatory;
    private static final Rule OTHERS_ACCEDE = Refusals::askAccession;
    private static final Rule CONSENT_IS_GIVEN_ONCE = Refusals::askConsentOnce;
    private static final Rule PARTIES_WITHDRAW_ONCE = Refusals::askWithdrawal;
    private static final Rule OWN_ACTS_ARE_REVOKED_IN_TIME = Refusals::askRevocation;
    private static final Rule FORMER_PARTIES_TAKE_NO_PART = Refusals::askParticipant;
    private static final Rule OBJECTIONS_ARE_TO_OTHERS = Refusals::askObjection;
    private static final Rule NAMED_STATES_DO_NOT_SUCCEED = Refusals::askSuccession;

    private static final List<Rule> OF_ANYBODY = List.of(IS_ENTITLED, IS_OPEN_TO_ANYBODY);
    private static final List<Rule> OF_NAMED_STATES = List.of(
            SIGNATORIES_COMPLETE,
            OTHERS_ACCEDE,
            CONSENT_IS_GIVEN_ONCE,
            PARTIES_WITHDRAW_ONCE,
            OWN_ACTS_ARE_REVOKED_IN_TIME,
            FORMER_PARTIES_TAKE_NO_PART,
            OBJECTIONS_ARE_TO_OTHERS,
            NAMED_STATES_DO_NOT_SUCCEED);

    private Refusals() {}

    static List<Refusal> of(LegalPosition position, LegalFact act, @Nullable LegalFact referred) {
        Question question = new Question(position, act, referred);
        List<Refusal> refusals = ask(OF_ANYBODY, question);
        if (refusals.isEmpty()) {
            refusals.addAll(ask(OF_NAMED_STATES, question));
        }
        return List.copyOf(refusals);
    }

    private static List<Refusal> ask(List<Rule> rules, Question question) {
        List<Refusal> refusals = new ArrayList<>();
        for (Rule rule : rules) {
            Refusal refusal = rule.ask(question);
            if (refusal != null) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    private static @Nullable Refusal askEntitled(Question question) {
        if (question.position().agreement().findState(question.party()).isPresent()) {
            return null;
        }
        AccessionRule accession = question.clauses().accession();
        String ru = accession == null ? "" : " Присоединиться (статья " + accession.article() + ") могут они же.";
        String en =
                accession == null ? "" : " Accession (Article " + accession.article() + ") is open to these as well.";
        return refusal(
                Refusal.Kind.NOT_ENTITLED,
                "Соглашение не называет государство " + question.party()
                        + ": участвовать в нем могут только названные в нем государства." + ru,
                "The agreement does not name the state " + question.party()
                        + ": only the states that it names may take part in it." + en);
    }

    private static @Nullable Refusal askOpenToAnybody(Question question) {
        Act act = question.act().act();
        Bilingual refused = question.clauses().findRefusalOf(act).orElse(null);
        if (refused != null) {
            return new Refusal(Refusal.Kind.ACT_NOT_ALLOWED, refused);
        }
        FinalClauses clauses = question.clauses();
        boolean silent = (WAYS_TO_CONSENT.contains(act) && !question.isConsentOfSignatory())
                || (act == Act.ACCESSION && clauses.accession() == null)
                || (act == Act.WITHDRAWAL && clauses.withdrawal() == null)
                || (act == Act.AUTHORIZED_BODIES && clauses.authorizedBodies() == null);
        return silent
                ? refusal(
                        Refusal.Kind.ACT_NOT_ALLOWED,
                        "Соглашение не предусматривает такого действия (" + act.wireName()
                                + "). Обратитесь к депозитарию.",
                        "The agreement provides for no such act (" + act.wireName() + "). Please ask the depository.")
                : null;
    }

    private static @Nullable Refusal askSignatory(Question question) {
        boolean doubtful = question.position().isDoubtful(question.party());
        if (!question.isConsentOfSignatory() || ((question.isSignatory() || doubtful) && !question.hasLeft())) {
            return null;
        }
        String article = question.clauses().entryIntoForce().article();
        String who = question.hasLeft() ? "вышло из соглашения" : "не подписало соглашение";
        String whoEn = question.hasLeft() ? "has withdrawn from the agreement" : "did not sign the agreement";
        AccessionRule accession = question.clauses().accession();
        return refusal(
                Refusal.Kind.OUT_OF_ORDER,
                "Государство " + question.party() + " " + who + ", а статья " + article
                        + " рассчитана на подписавшие государства."
                        + (accession == null
                                ? ""
                                : " Направьте документ о присоединении (статья " + accession.article() + ")."),
                "The state " + question.party() + " " + whoEn + ", and Article " + article + " is for signatories."
                        + (accession == null
                                ? ""
                                : " Please send a document of accession (Article " + accession.article() + ")."));
    }

    private static @Nullable Refusal askAccession(Question question) {
        AccessionRule rule = question.clauses().accession();
        if (question.act().act() != Act.ACCESSION || rule == null || !question.isSignatory() || question.hasLeft()) {
            return null;
        }
        String article = question.clauses().entryIntoForce().article();
        return refusal(
                Refusal.Kind.ACT_NOT_ALLOWED,
                "Присоединение (статья " + rule.article() + ") открыто для неподписавших государств, а государство "
                        + question.party()
                        + " подписало соглашение. Уведомите о выполнении внутригосударственных процедур"
                        + " (статья " + article + ").",
                "Accession (Article " + rule.article() + ") is for states that did not sign, and " + question.party()
                        + " signed. Please notify the completion of procedures (Article " + article + ").");
    }

    private static @Nullable Refusal askConsentOnce(Question question) {
        boolean consent = question.isConsentOfSignatory() || question.act().act() == Act.ACCESSION;
        Participation latest = question.position().chronicle().latestOf(question.party());
        if (!consent || latest == null || !question.hasConsented()) {
            return null;
        }
        LegalFact given = latest.consent();
        String article = BindingDay.articleOf(given, question.clauses());
        boolean leaving = question.standing() == Standing.WITHDRAWING;
        return refusal(
                Refusal.Kind.ALREADY_DONE,
                "Согласие государства " + question.party() + " уже получено (статья " + article + "): уведомление "
                        + given.reference() + ", " + dayRu(given.receivedOn()) + "."
                        + (leaving ? " Чтобы остаться участником, отзовите уведомление о выходе." : ""),
                "The consent of " + question.party() + " has been received (Article " + article + "): note "
                        + given.reference() + ", " + dayEn(given.receivedOn()) + "."
                        + (leaving ? " To remain a party, please revoke the notice of withdrawal." : ""));
    }

    private static @Nullable Refusal askWithdrawal(Question question) {
        WithdrawalRule rule = question.clauses().withdrawal();
        if (question.act().act() != Act.WITHDRAWAL || rule == null) {
            return null;
        }
        String article = rule.article();
        return switch (question.standing()) {
            case PARTY -> null;
            case WITHDRAWING, FORMER ->
                refusal(
                        Refusal.Kind.ALREADY_DONE,
                        "Уведомление государства " + question.party() + " о выходе уже получено (статья " + article
                                + ").",
                        "The notice of withdrawal of " + question.party() + " has been received (Article " + article
                                + ").");
            case ENTITLED, SIGNATORY ->
                refusal(
                        Refusal.Kind.OUT_OF_ORDER,
                        "Выйти может только участник (статья " + article + "), а государство " + question.party()
                                + " не давало согласия.",
                        "Only a party can withdraw (Article " + article + "), and " + question.party()
                                + " has given no consent.");
            case CONTRACTING ->
                refusal(
                        Refusal.Kind.OUT_OF_ORDER,
                        "Выйти может только участник (статья " + article + "), а для государства " + question.party()
                                + " соглашение еще не вступило в силу. Отзовите согласие (действие revocation).",
                        "Only a party can withdraw (Article " + article
                                + "), and the agreement is not yet in force for " + question.party()
                                + ". Please revoke the consent instead (act revocation).");
        };
    }

    private static @Nullable Refusal askRevocation(Question question) {
        return question.act().act() == Act.REVOCATION ? Revocability.ask(question) : null;
    }

    private static @Nullable Refusal askParticipant(Question question) {
        if (!ONLY_FOR_PARTICIPANTS.contains(question.act().act()) || question.standing() != Standing.FORMER) {
            return null;
        }
        return refusal(
                Refusal.Kind.OUT_OF_ORDER,
                "Государство " + question.party()
                        + " более не участник соглашения (статья 70 Венской конвенции). Сначала присоединитесь вновь.",
                "The state " + question.party() + " is no longer a party (VCLT 70). Please accede again first.");
    }

    private static @Nullable Refusal askObjection(Question question) {
        LegalFact.Target target = question.act().refersTo();
        if (question.act().act() != Act.OBJECTION
                || target == null
                || !Objects.equals(target.party(), question.party())) {
            return null;
        }
        return refusal(
                Refusal.Kind.ACT_NOT_ALLOWED,
                "Возражение относится к оговорке другого государства (статья 20 Венской конвенции); укажите его в refersTo.",
                "An objection is about another state's reservation (VCLT 20); please name that state in refersTo.");
    }

    private static @Nullable Refusal askSuccession(Question question) {
        if (question.act().act() != Act.SUCCESSION) {
            return null;
        }
        return refusal(
                Refusal.Kind.OUT_OF_ORDER,
                "Соглашение само называет государство " + question.party()
                        + ", и преемства не требуется (Венская конвенция о правопреемстве государств в отношении договоров,"
                        + " статья 2). Дайте согласие: уведомлением о выполнении процедур или присоединением.",
                "The agreement itself names the state " + question.party()
                        + ", which therefore succeeds to nobody (Vienna Convention on Succession of States in respect of"
                        + " Treaties, Article 2). Please consent: by completion of procedures or by accession.");
    }

    static Refusal refusal(Refusal.Kind kind, String ru, String en) {
        return new Refusal(kind, new Bilingual(ru, en));
    }
}
