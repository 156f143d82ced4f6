package io.depository.treaty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a person must look at an act before it is registered, however well it is vouched for. */
final class HoldReasons {

    private static final Bilingual WITHDRAWAL = new Bilingual(
            "Уведомление о выходе регистрируется после проверки двумя сотрудниками депозитария.",
            "A notice of withdrawal is registered after two members of the depository's staff have reviewed it.");
    private static final Bilingual REVOCATION = new Bilingual(
            "Отзыв регистрируется после проверки двумя сотрудниками депозитария.",
            "A revocation is registered after two members of the depository's staff have reviewed it.");
    private static final Bilingual RESERVATION = new Bilingual(
            "К согласию приложена оговорка; ее допустимость проверяет сотрудник депозитария (статьи 19 и 20 Венской"
                    + " конвенции).",
            "A reservation comes with the consent; the depository's staff review whether it is permitted (VCLT 19, 20).");

    private HoldReasons() {}

    static Optional<Bilingual> of(LegalPosition before, LegalFact act, boolean withReservation) {
        List<Bilingual> reasons = new ArrayList<>();
        if (act.act() == Act.WITHDRAWAL) {
            reasons.add(WITHDRAWAL);
        }
        if (act.act() == Act.REVOCATION) {
            reasons.add(REVOCATION);
        }
        FinalClauses clauses = before.agreement().clauses();
        if (clauses.isConsent(act.act()) && before.isDoubtful(act.party())) {
            reasons.add(doubt(act, clauses));
        }
        if (withReservation) {
            reasons.add(RESERVATION);
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        reasons.stream().map(Bilingual::ru).collect(Collectors.joining(" ")),
                        reasons.stream().map(Bilingual::en).collect(Collectors.joining(" "))));
    }

    /** What is doubtful about the consent of a state whose signature is in doubt; empty for any other act. */
    static Optional<Bilingual> doubt(Chronicle told, LegalFact act) {
        FinalClauses clauses = told.agreement().clauses();
        return clauses.isConsent(act.act()) && told.signatures().isDoubtful(act.party())
                ? Optional.of(doubt(act, clauses))
                : Optional.empty();
    }

    private static Bilingual doubt(LegalFact act, FinalClauses clauses) {
        String article = clauses.entryIntoForce().article();
        return new Bilingual(
                "Подпись государства " + act.party()
                        + " под соглашением под сомнением, а от нее зависит, применяется ли" + " статья " + article
                        + "; ответ записывает сотрудник депозитария.",
                "Whether " + act.party() + " signed the agreement is in doubt, and Article " + article
                        + " depends on it; the depository's staff record the answer.");
    }
}
