package io.depository.pages;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.depository.treaty.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and bilingual texts in the language of a page. Times are in the depository's zone; the machine-readable
 * form beside them is ISO 8601.
 */
public final class Words {

    private final String language;
    private final ZoneId zone;
    private final DateFormat day;
    private final DateFormat time;

    Words(Locale locale, ZoneId zone) {
        this.language = IcuMessages.LANGUAGES.containsKey(locale.getLanguage()) ? locale.getLanguage() : "ru";
        this.zone = zone;
        ULocale here = new ULocale(language);
        this.day = new SimpleDateFormat("d MMMM y", here);
        this.day.setTimeZone(TimeZone.GMT_ZONE);
        this.time = new SimpleDateFormat("d MMM y, HH:mm:ss", here);
        this.time.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    }

    /** The page's language: {@code ru} or {@code en}. */
    public String language() {
        return language;
    }

    /** The languages that the page could be in instead. */
    public String otherLanguage() {
        return language.equals("ru") ? "en" : "ru";
    }

    public String of(Bilingual text) {
        return language.equals("ru") ? text.ru() : text.en();
    }

    /** {@code 24 декабря 2026}, {@code 24 December 2026}; a dash where there is none. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "—" : day.format(new Date(date.toEpochDay() * 86_400_000L));
    }

    /** {@code 24 дек. 2026, 13:05:07} in the depository's zone; a dash where there is none. */
    public String time(@Nullable Instant instant) {
        return instant == null ? "—" : time.format(Date.from(instant));
    }

    /** {@code 3 ч 7 мин}, {@code 3 hr, 7 min}: days, hours and minutes, as far as there are any. */
    public String span(Duration duration) {
        List<Measure> parts = new ArrayList<>();
        if (duration.toDays() > 0) {
            parts.add(new Measure(duration.toDays(), MeasureUnit.DAY));
        }
        if (duration.toHours() > 0) {
            parts.add(new Measure(duration.toHoursPart(), MeasureUnit.HOUR));
        }
        parts.add(new Measure(duration.toMinutesPart(), MeasureUnit.MINUTE));
        return MeasureFormat.getInstance(new ULocale(language), FormatWidth.SHORT)
                .formatMeasures(parts.toArray(new Measure[0]));
    }

    /** The zone that times are in. */
    public String zone() {
        return zone.getId();
    }
}
