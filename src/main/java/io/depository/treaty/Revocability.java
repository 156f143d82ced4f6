package io.depository.treaty;

import static io.depository.treaty.Refusals.refusal;
import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a state may take back, and until when.
 *
 * <ul>
 *   <li>Its own consent: received before the day on which it is bound. Bound from Saturday 4 April 2026: in time on
 *       Friday 3 April, too late on Saturday (VCLT 11 to 16: then it is a party, and can only withdraw).
 *   <li>Its own notice of withdrawal: received before the day of its effect (VCLT 68).
 *   <li>Its own declaration, reservation or objection: at any time (VCLT 22).
 *   <li>Its own provisional application: at any time (VCLT 25(2)).
 * </ul>
 */
final class Revocability {

    private static final Set<Act> ALWAYS_REVOCABLE = EnumSet.of(Act.DECLARATION, Act.RESERVATION, Act.OBJECTION);

    private Revocability() {}

    static @Nullable Refusal ask(Refusals.Question question) {
        LegalFact.Target target = question.act().refersTo();
        if (target == null || !target.party().equals(question.party())) {
            return refusal(
                    Refusal.Kind.NOTHING_TO_REVOKE,
                    "Государство отзывает только собственный акт.",
                    "A state can revoke only an act of its own.");
        }
        Provisional applied = question.told().provisionalOf(question.party());
        boolean application = applied != null && applied.isNote(target.reference());
        if (application || isAlwaysRevocable(question.referred(), target)) {
            return null;
        }
        List<Participation> all = question.told().participationsOf(question.party());
        for (int i = all.size() - 1; i >= 0; i--) {
            Participation participation = all.get(i);
            List<Participation.Notice> notices = participation.notices();
            for (int j = notices.size() - 1; j >= 0; j--) {
                Participation.Notice notice = notices.get(j);
                if (notice.isNote(target.reference())) {
                    return askNotice(question, notice);
                }
            }
            if (participation.isConsentNote(target.reference())) {
                return askConsent(question, participation);
            }
        }
        return refusal(
                Refusal.Kind.NOTHING_TO_REVOKE,
                "В реестре нет акта государства " + question.party() + " с номером " + target.reference()
                        + ", который можно отозвать.",
                "The register holds no act of " + question.party() + " under the reference " + target.reference()
                        + " that could be revoked.");
    }

    private static boolean isAlwaysRevocable(@Nullable LegalFact referred, LegalFact.Target target) {
        return referred != null
                && referred.party().equals(target.party())
                && referred.reference().equals(target.reference())
                && ALWAYS_REVOCABLE.contains(referred.act());
    }

    private static @Nullable Refusal askConsent(Refusals.Question question, Participation participation) {
        LocalDate receivedOn = question.act().receivedOn();
        if (participation.revocation() != null) {
            return alreadyRevoked(participation.consent());
        }
        LocalDate bound = question.told().boundOn(participation);
        if (bound == null || bound.isAfter(receivedOn)) {
            return null;
        }
        WithdrawalRule withdrawal = question.clauses().withdrawalOrSilence();
        String article = question.clauses().articleOf(participation.consent());
        return refusal(
                Refusal.Kind.TOO_LATE_TO_REVOKE,
                "Соглашение уже вступило в силу для государства " + question.party() + " (" + Article.ru(article)
                        + ", " + dayRu(bound) + "); согласие более не отзывается. Можно уведомить о выходе ("
                        + Article.ru(withdrawal.article()) + ").",
                "The agreement is already in force for " + question.party() + " (" + Article.en(article)
                        + ", " + dayEn(bound)
                        + "); consent can no longer be revoked. A notice of withdrawal can be sent ("
                        + Article.en(withdrawal.article()) + ").");
    }

    private static @Nullable Refusal askNotice(Refusals.Question question, Participation.Notice notice) {
        if (notice.revocation() != null) {
            return alreadyRevoked(notice.fact());
        }
        if (notice.effectiveOn().isAfter(question.act().receivedOn())) {
            return null;
        }
        return refusal(
                Refusal.Kind.TOO_LATE_TO_REVOKE,
                "Выход государства " + question.party() + " уже состоялся (" + dayRu(notice.effectiveOn())
                        + "); уведомление о выходе отзывается только до этого дня (статья 68 Венской конвенции)."
                        + " Можно присоединиться вновь.",
                "The withdrawal of " + question.party() + " has taken effect (" + dayEn(notice.effectiveOn())
                        + "); a notice can be revoked only before that day (VCLT 68). The state may accede again.");
    }

    private static Refusal alreadyRevoked(LegalFact revoked) {
        return refusal(
                Refusal.Kind.NOTHING_TO_REVOKE,
                "Акт с номером " + revoked.reference() + " уже отозван.",
                "The act under the reference " + revoked.reference() + " has been revoked already.");
    }
}
