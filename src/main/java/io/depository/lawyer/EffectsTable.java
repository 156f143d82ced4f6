package io.depository.lawyer;

import io.depository.treaty.Bilingual;
import io.depository.treaty.Effect;
import io.depository.treaty.Examined;
import io.depository.treaty.PartyCode;
import io.depository.treaty.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows from the acts of a file: a line for each of its rows, in their order, then one for each general effect. */
final class EffectsTable {

    private static final List<String> HEADER = List.of(
            "line",
            "party",
            "act",
            "received",
            "outcome",
            "effect",
            "on",
            "article",
            "alternative",
            "computed",
            "recorded",
            "difference");

    private final CsvLines out;

    /** The language of the reasons; null where none are asked for. */
    private final @Nullable Language reasons;

    EffectsTable(CsvLines out, @Nullable Language reasons) {
        this.out = out;
        this.reasons = reasons;
    }

    /**
     * @param all the rows of the file, those left out of the case included
     */
    void write(List<ActRow> all, Case examined) {
        List<String> header = new ArrayList<>(HEADER);
        if (reasons != null) {
            header.add("because");
        }
        out.line(header);
        Map<Integer, Examined> byLine = new HashMap<>();
        for (int i = 0; i < examined.rows().size(); i++) {
            byLine.put(
                    examined.rows().get(i).line(), examined.docket().examined().get(i));
        }
        for (ActRow row : all) {
            Examined result = byLine.get(row.line());
            write(row, result);
        }
        for (Effect effect : examined.docket().position().effects()) {
            PartyCode party = effect.party();
            if (party == null || effect.entry() < 0) {
                List<String> cells = cells(effect.entry(), party == null ? "" : party.value(), "", "", "general");
                addEffect(cells, effect, null);
                addReason(cells, List.of(effect.because()));
                out.line(cells);
            }
        }
    }

    private void write(ActRow row, @Nullable Examined result) {
        List<String> cells = cells(
                row.line(),
                row.act().party().value(),
                row.act().act().wireName(),
                row.act().receivedOn().toString(),
                outcome(result));
        List<Effect> effects = result == null ? List.of() : result.effects();
        addEffect(cells, effects.isEmpty() ? null : effects.get(effects.size() - 1), row.recorded());
        addReason(cells, result == null ? List.of(LATER) : why(result));
        out.line(cells);
    }

    private static final Bilingual LATER = new Bilingual(
            "Получено позже дня, на который смотрят (--as-of).", "Received later than the day asked about (--as-of).");
    private static final Bilingual NOTHING =
            new Bilingual("Зарегистрировано; дат из этого не следует.", "Registered; no date follows from it.");

    private static String outcome(@Nullable Examined result) {
        if (result == null) {
            return "later";
        }
        if (!result.isRegistered()) {
            return result.refusals().get(0).kind().name();
        }
        return result.isCounted() ? "counted" : "registered";
    }

    /** The day that a file says is recorded is the effect's own; {@code computed} is then the counted one beside it. */
    private static void addEffect(List<String> cells, @Nullable Effect effect, @Nullable LocalDate recorded) {
        LocalDate on = effect == null ? null : effect.on();
        LocalDate computed = effect == null || recorded == null ? on : effect.computed();
        cells.add(effect == null ? "" : effect.kind().wireName());
        cells.add(text(on));
        cells.add(effect == null ? "" : effect.article());
        cells.add(text(effect == null ? null : effect.otherwise()));
        cells.add(text(computed));
        cells.add(text(recorded));
        cells.add(
                computed == null || recorded == null ? "" : Long.toString(ChronoUnit.DAYS.between(computed, recorded)));
    }

    private void addReason(List<String> cells, List<Bilingual> words) {
        Language language = reasons;
        if (language != null) {
            List<String> said = new ArrayList<>();
            words.forEach(part -> said.add(language.say(part)));
            cells.add(String.join(" | ", said));
        }
    }

    /** Why an act is refused, or what follows from it and why, and what else there is to say of it. */
    private static List<Bilingual> why(Examined result) {
        List<Bilingual> words = new ArrayList<>();
        for (Refusal refusal : result.refusals()) {
            words.add(new Bilingual(
                    refusal.kind() + ": " + refusal.reason().ru(),
                    refusal.kind() + ": " + refusal.reason().en()));
        }
        result.effects().forEach(effect -> words.add(effect.because()));
        words.addAll(result.notes());
        if (words.isEmpty()) {
            words.add(NOTHING);
        }
        return words;
    }

    private static List<String> cells(long line, String... first) {
        List<String> cells = new ArrayList<>();
        cells.add(line < 0 ? "" : Long.toString(line));
        cells.addAll(List.of(first));
        return cells;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
