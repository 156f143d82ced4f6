package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an effect comes by its day: what is recorded beats what is counted, and says so; the other convention's day is told
 * where it differs.
 *
 * @param computed the day as it is counted; null while none follows
 * @param other that day under the other counting convention
 * @param recorded the day that the depository recorded in its place; null where it recorded none
 */
record Dating(
        @Nullable LocalDate computed,
        @Nullable LocalDate other,
        @Nullable RecordedDate recorded) {

    /** What an effect is, but for its day. */
    record Told(EffectKind kind, @Nullable PartyCode party, String article, Supplier<Bilingual> because) {}

    /** For what is counted and cannot be recorded. */
    static Dating counted(@Nullable LocalDate on, @Nullable LocalDate other) {
        return new Dating(on, other, null);
    }

    /** For what takes effect on the day of an act, however periods are counted. */
    static Dating on(LocalDate day) {
        return new Dating(day, day, null);
    }

    /**
     * The effect on its day.
     *
     * @param entry the register's entry of the act from which it follows; -1 where there is none
     */
    Effect of(Told told, long entry) {
        LocalDate otherwise = other == null || other.equals(computed) ? null : other;
        RecordedDate date = recorded;
        if (date == null) {
            return new Effect(
                    told.kind(),
                    told.party(),
                    computed,
                    told.article(),
                    told.because(),
                    otherwise,
                    false,
                    entry,
                    null,
                    otherwise);
        }
        return new Effect(
                told.kind(),
                told.party(),
                date.on(),
                told.article(),
                () -> explained(told.because().get(), date),
                null,
                false,
                entry,
                computed,
                otherwise);
    }

    /** What the depository recorded in place of what is counted, with the difference explained. */
    private Bilingual explained(Bilingual because, RecordedDate date) {
        Bilingual difference = Departure.explained(date.on(), computed, other);
        return new Bilingual(
                "Депозитарий записал день: " + dayRu(date.on()) + " (запись " + date.entry() + ", " + date.author()
                        + "): " + sentence(date.reason().ru()) + " " + difference.ru() + " " + because.ru(),
                "The depositary recorded " + dayEn(date.on()) + " (entry " + date.entry() + ", " + date.author() + "): "
                        + sentence(date.reason().en()) + " " + difference.en() + " " + because.en());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
