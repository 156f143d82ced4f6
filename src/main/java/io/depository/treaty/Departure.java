package io.depository.treaty;

import static io.depository.treaty.Words.dayEn;
import static io.depository.treaty.Words.dayRu;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** By how much a recorded day departs from the counted one, and whether the other convention explains it. */
public final class Departure {

    private Departure() {}

    /**
     * The difference in words.
     *
     * @param recorded the day that the depositary recorded
     * @param computed the day as it is counted; null where no day follows
     * @param alternative that day under the other counting convention
     */
    public static Bilingual explained(
            LocalDate recorded, @Nullable LocalDate computed, @Nullable LocalDate alternative) {
        if (computed == null) {
            return new Bilingual("По соглашению даты пока нет.", "By the agreement no date follows yet.");
        }
        long days = ChronoUnit.DAYS.between(computed, recorded);
        if (days == 0) {
            return new Bilingual("По соглашению следует тот же день.", "By the agreement the same day follows.");
        }
        boolean other = recorded.equals(alternative);
        String ru = "По соглашению следует " + dayRu(computed) + ": записанный день на "
                + Words.countRu(Math.abs(days), "день", "дня", "дней") + (days > 0 ? " позже" : " раньше")
                + (other ? ", как при другом способе счета" : "") + ".";
        String en = "By the agreement " + dayEn(computed) + " follows: the recorded day is "
                + Words.daysEn(Math.abs(days)) + (days > 0 ? " later" : " earlier")
                + (other ? ", as by the other way of counting" : "") + ".";
        return new Bilingual(ru, en);
    }
}
