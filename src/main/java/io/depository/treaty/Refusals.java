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
            Act.DEFINITIVE_SIGNATURE,
            Act.COMPLETION_OF_PROCEDURES,
            Act.RATIFICATION,
            Act.ACCEPTANCE,
            Act.APPROVAL,
            Act.PROVISIONAL_APPLICATION);

    private static final Set<Act> ONLY_FOR_PARTICIPANTS =
            EnumSet.of(Act.AUTHORIZED_BODIES, Act.DECLARATION, Act.OBJECTION);

    /** An act, and what had been told when it was received. */
    record Question(Chronicle told, LegalFact act, @Nullable LegalFact referred) {

        FinalClauses clauses() {
            return told.agreement().clauses();
        }

        PartyCode party() {
            return act.party();
        }

        boolean isConsentOfSignatory() {
            return clauses().consent().acts().contains(act.act());
        }

        boolean hasLeft() {
            return told.hasLeft(party(), act.receivedOn());
        }

        boolean hasConsented() {
            return told.hasConsented(party(), act.receivedOn());
        }

        boolean isSignatory() {
            return told.signatures().isSignatory(party());
        }

        boolean isDoubtful() {
            return told.signatures().isDoubtful(party());
        }

        boolean isInForce() {
            Threshold threshold = told.threshold();
            return threshold != null && !threshold.generalOn().isAfter(act.receivedOn());
        }

        Standing standing() {
            return told.standingOn(party(), act.receivedOn());
        }
    }

    /** A rule: its refusal, or null where the act keeps to it. */
    private interface Rule {
        @Nullable
        Refusal ask(Question question);
    }

    private static final Rule IS_ENTITLED = Refusals::askEntitled;
    private static final Rule IS_OPEN_TO_ANYBODY = Refusals::askOpenToAnybody;
    private static final Rule IS_NOT_OVER = Refusals::askNotOver;
    private static final Rule SIGNING_IS_OPEN = Joining::askSignature;
    private static final Rule SIGNATORIES_COMPLETE = Joining::askSignatory;
    private static final Rule OTHERS_ACCEDE = Joining::askAccession;
    private static final Rule APPLICATION_COMES_FIRST = Joining::askProvisional;
    private static final Rule CONSENT_IS_GIVEN_ONCE = Refusals::askConsentOnce;
    private static final Rule PARTIES_WITHDRAW_ONCE = Leaving::askWithdrawal;
    private static final Rule OWN_ACTS_ARE_REVOKED_IN_TIME = Refusals::askRevocation;
    private static final Rule FORMER_PARTIES_TAKE_NO_PART = Refusals::askParticipant;
    private static final Rule OBJECTIONS_ARE_TO_OTHERS = Refusals::askObjection;
    private static final Rule NEW_STATES_SUCCEED = Joining::askSuccession;

    private static final List<Rule> OF_ANYBODY = List.of(IS_ENTITLED, IS_OPEN_TO_ANYBODY);
    private static final List<Rule> OF_NAMED_STATES = List.of(
            IS_NOT_OVER,
            SIGNING_IS_OPEN,
            SIGNATORIES_COMPLETE,
            OTHERS_ACCEDE,
            APPLICATION_COMES_FIRST,
            CONSENT_IS_GIVEN_ONCE,
            PARTIES_WITHDRAW_ONCE,
            OWN_ACTS_ARE_REVOKED_IN_TIME,
            FORMER_PARTIES_TAKE_NO_PART,
            OBJECTIONS_ARE_TO_OTHERS,
            NEW_STATES_SUCCEED);

    private Refusals() {}

    static List<Refusal> of(Chronicle told, LegalFact act, @Nullable LegalFact referred) {
        Question question = new Question(told, act, referred);
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
        if (question.told().isEntitled(question.party())) {
            return null;
        }
        if (!question.told().agreement().openTo().equals(Circle.of(List.of()))) {
            return refusal(
                    Refusal.Kind.NOT_ENTITLED,
                    "Соглашение не открыто для участия государства " + question.party() + ".",
                    "The agreement is not open to the state " + question.party() + ".");
        }
        AccessionRule accession = question.clauses().accession();
        String ru = "";
        String en = "";
        if (accession != null && accession.openTo().all()) {
            ru = " Присоединиться (" + Article.ru(accession.article()) + ") могут они же.";
            en = " Accession (" + Article.en(accession.article()) + ") is open to these as well.";
        }
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
        boolean signing = act == Act.SIGNATURE && clauses.signature() != null;
        boolean applying = act == Act.PROVISIONAL_APPLICATION && clauses.provisionalApplication() != null;
        boolean silent = (WAYS_TO_CONSENT.contains(act) && !question.isConsentOfSignatory() && !signing && !applying)
                || (act == Act.ACCESSION && clauses.accession() == null)
                || (act == Act.AUTHORIZED_BODIES && clauses.authorizedBodies() == null);
        return silent
                ? refusal(
                        Refusal.Kind.ACT_NOT_ALLOWED,
                        "Соглашение не предусматривает такого действия (" + act.wireName()
                                + "). Обратитесь к депозитарию.",
                        "The agreement provides for no such act (" + act.wireName() + "). Please ask the depository.")
                : null;
    }

    private static @Nullable Refusal askNotOver(Question question) {
        Termination end = question.told().termination();
        if (end == null
                || end.on().isAfter(question.act().receivedOn())
                || !Law.movesDates(question.act().act())) {
            return null;
        }
        return refusal(
                Refusal.Kind.OUT_OF_ORDER,
                "Соглашение более не действует (" + Article.ru(end.article()) + ", " + dayRu(end.on())
                        + "): такой акт уже не имеет последствий. Обратитесь к депозитарию.",
                "The agreement is not in force any more (" + Article.en(end.article()) + ", " + dayEn(end.on())
                        + "): nothing can follow from such an act. Please ask the depository.");
    }

    private static @Nullable Refusal askConsentOnce(Question question) {
        boolean consent = question.clauses().isConsent(question.act().act());
        Participation latest = question.told().latestOf(question.party());
        if (!consent || latest == null || !question.hasConsented()) {
            return null;
        }
        LegalFact given = latest.consent();
        String article = question.clauses().articleOf(given);
        boolean leaving = question.standing() == Standing.WITHDRAWING;
        return refusal(
                Refusal.Kind.ALREADY_DONE,
                "Согласие государства " + question.party() + " уже получено (" + Article.ru(article) + "): уведомление "
                        + given.reference() + ", " + dayRu(given.receivedOn()) + "."
                        + (leaving ? " Чтобы остаться участником, отзовите уведомление о выходе." : ""),
                "The consent of " + question.party() + " has been received (" + Article.en(article) + "): note "
                        + given.reference() + ", " + dayEn(given.receivedOn()) + "."
                        + (leaving ? " To remain a party, please revoke the notice of withdrawal." : ""));
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

    static Refusal refusal(Refusal.Kind kind, String ru, String en) {
        return new Refusal(kind, new Bilingual(ru, en));
    }
}
