package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;
import static io.depository.treaty.Words.onDayRu;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an agreement waits for, in words. */
final class WaitingFor {

    private WaitingFor() {}

    /** For a position that holds only what had been received by that day. */
    static Bilingual of(LegalPosition position, LocalDate asOf) {
        EntryIntoForceRule rule = position.agreement().clauses().entryIntoForce();
        Threshold threshold = position.chronicle().threshold();
        if (threshold == null) {
            return consents(rule, position);
        }
        LocalDate general = threshold.generalOn();
        if (general.isAfter(asOf)) {
            return new Bilingual(
                    "Ожидается вступление в силу " + onDayRu(general) + " (" + Article.ru(rule.article()) + ")",
                    "Waits for its entry into force on " + dayEn(general) + " (" + Article.en(rule.article()) + ")");
        }
        Termination end = position.chronicle().termination();
        if (end != null && !end.on().isAfter(asOf)) {
            return new Bilingual(
                    "Соглашение не действует с " + dayRu(end.on()) + " (" + Article.ru(end.article()) + ")",
                    "Not in force any more since " + dayEn(end.on()) + " (" + Article.en(end.article()) + ")");
        }
        List<Effect> coming = coming(position, asOf);
        String ru = "Соглашение действует, день вступления в силу — " + dayRu(general) + "; ";
        String en = "In force since " + dayEn(general) + "; ";
        if (coming.isEmpty()) {
            return new Bilingual(ru + "ничего не ожидается", en + "waits for nothing");
        }
        return new Bilingual(
                ru + coming.stream().map(WaitingFor::comingRu).collect(Collectors.joining("; ")),
                en + coming.stream().map(WaitingFor::comingEn).collect(Collectors.joining("; ")));
    }

    private static Bilingual consents(EntryIntoForceRule rule, LegalPosition position) {
        Condition condition = rule.firstWay().condition();
        Instrument counted = Instrument.counted(rule.counts());
        int received = position.counted();
        String inRu = "получено " + received + " из " + position.needed() + " (" + Article.ru(rule.article()) + ")";
        String inEn = received + " of " + position.needed() + " received (" + Article.en(rule.article()) + ")";
        if (condition.isNumberAlone()) {
            int missing = position.needed() - received;
            boolean procedures = counted == Instrument.NOTIFICATION;
            return new Bilingual(
                    "Ожидается еще " + counted.countRu(missing)
                            + (procedures ? " о выполнении внутригосударственных процедур: " : ": ") + inRu,
                    "Waits for " + counted.moreEn(missing) + (procedures ? " of completion of procedures: " : ": ")
                            + inEn);
        }
        List<Bilingual> missing = ConditionWords.missing(condition, position);
        return new Bilingual(
                "Ожидается: " + missing.stream().map(Bilingual::ru).collect(Collectors.joining("; ")) + "; получено "
                        + counted.countRu(received) + " (" + Article.ru(rule.article()) + ")",
                "Waits for: " + missing.stream().map(Bilingual::en).collect(Collectors.joining("; ")) + "; "
                        + counted.countEn(received) + " received (" + Article.en(rule.article()) + ")");
    }

    private static List<Effect> coming(LegalPosition position, LocalDate asOf) {
        return position.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.ENTRY_INTO_FORCE_FOR_PARTY
                        || effect.kind() == EffectKind.WITHDRAWAL_EFFECTIVE
                        || effect.kind() == EffectKind.TERMINATION)
                .filter(effect -> effect.on() != null && dayOf(effect).isAfter(asOf))
                .sorted(Comparator.comparing(WaitingFor::dayOf))
                .toList();
    }

    /** What has no day yet is not among them. */
    private static LocalDate dayOf(Effect effect) {
        return Objects.requireNonNull(effect.on());
    }

    private static String comingRu(Effect effect) {
        if (effect.kind() == EffectKind.TERMINATION) {
            return "прекращает действие " + onDayRu(dayOf(effect)) + " (" + Article.ru(effect.article()) + ")";
        }
        String what = effect.kind() == EffectKind.WITHDRAWAL_EFFECTIVE ? "выход" : "вступление в силу";
        return "ожидается " + what + " для " + effect.party() + " " + onDayRu(dayOf(effect)) + " ("
                + Article.ru(effect.article()) + ")";
    }

    private static String comingEn(Effect effect) {
        if (effect.kind() == EffectKind.TERMINATION) {
            return "ends on " + dayEn(dayOf(effect)) + " (" + Article.en(effect.article()) + ")";
        }
        String what = effect.kind() == EffectKind.WITHDRAWAL_EFFECTIVE ? "withdrawal" : "entry into force";
        return "waits for the " + what + " for " + effect.party() + " on " + dayEn(dayOf(effect)) + " ("
                + Article.en(effect.article()) + ")";
    }
}
