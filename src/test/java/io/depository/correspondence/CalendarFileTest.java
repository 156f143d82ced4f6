package io.depository.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.depository.treaty.EffectKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** A calendar as an independent program reads it. */
class CalendarFileTest {

    private static final Instant TOLD = Instant.parse("2026-11-23T10:15:30Z");
    private static final Instant CHANGED = Instant.parse("2026-11-24T08:00:00Z");
    private static final CalendarFile FILE = new CalendarFile(Letters.NAMES, "cis-executive-committee");

    private static final Appointment FORCE = new Appointment(
            EffectKind.ENTRY_INTO_FORCE, null, 1, Letters.WED_2026_12_23, "12", 1, false, 6, TOLD, CHANGED);
    private static final Appointment LEAVING = new Appointment(
            EffectKind.WITHDRAWAL_EFFECTIVE, Letters.BY, 1, Letters.SUN_2027_05_23, "14", 2, true, 9, TOLD, CHANGED);

    @Test
    void isReadByACalendarLibrary() throws Exception {
        Calendar calendar = read(FILE.write(Letters.AGREEMENT, List.of(LEAVING, FORCE)));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getProperty(Property.METHOD)).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(3);
        VEvent force = events.get(1);
        assertThat(value(force, "UID"))
                .isEqualTo("entry-into-force-1@cis-heavy-engineering-2025.cis-executive-committee");
        assertThat(value(force, "SEQUENCE")).isEqualTo("1");
        assertThat(value(force, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(force.<LocalDate>getDateTimeStart().getDate()).isEqualTo(Letters.WED_2026_12_23);
        assertThat(force.<LocalDate>getDateTimeEnd().getDate()).isEqualTo(Letters.THU_2026_12_24);
        assertThat(value(force, "SUMMARY"))
                .isEqualTo("Вступление Соглашения в силу / Entry into force of the Agreement");
        assertThat(value(force, "DESCRIPTION"))
                .contains(
                        Letters.NAMES.agreementTitle(Letters.AGREEMENT).ru(),
                        "С 00:00 23 декабря 2026 года (среда) по времени Europe/Minsk.",
                        "Основание: статья 12 Соглашения.",
                        "Запись № 6 в реестре депозитария.",
                        "From 00:00 on Wednesday, 23 December 2026, Europe/Minsk time.",
                        "Entry No. 6 in the register of the Depository.");
        VEvent leaving = events.get(2);
        assertThat(value(leaving, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(leaving, "SEQUENCE")).isEqualTo("2");
        assertThat(value(leaving, "SUMMARY"))
                .isEqualTo("Отменено: Республика Беларусь: выход из Соглашения вступает в силу"
                        + " / Cancelled: Withdrawal of the Republic of Belarus from the Agreement takes effect");
    }

    @Test
    void showsSeveralAgreementsUnderTheNamesOfTheirOwnCalendars() throws Exception {
        List<CalendarFile.Days> both = List.of(
                new CalendarFile.Days(Letters.AGREEMENT, List.of(FORCE)),
                new CalendarFile.Days("another-2030", List.of(LEAVING)));
        Calendar calendar = read(FILE.write(both, Letters.MINSK));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events.stream().map(event -> value(event, "UID")))
                .containsExactly(
                        "signed@cis-heavy-engineering-2025.cis-executive-committee",
                        "signed@another-2030.cis-executive-committee",
                        "entry-into-force-1@cis-heavy-engineering-2025.cis-executive-committee",
                        "withdrawal-effective-by-1@another-2030.cis-executive-committee");
    }

    @Test
    void keepsLinesWithinSeventyFiveOctetsAndCutsNoCharacter() {
        byte[] bytes = FILE.write(Letters.AGREEMENT, List.of(FORCE, LEAVING));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n") || line.contains("\r"));
    }

    @Test
    void showsTheSigningWhereNothingIsToldYet() throws Exception {
        Calendar calendar = read(FILE.write(Letters.AGREEMENT, List.of()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        assertThat(value(events.get(0), "SUMMARY"))
                .isEqualTo("Подписание Соглашения (Душанбе) / Signing of the Agreement (Dushanbe)");
    }

    @Test
    void saysWhatEndsOnADay() throws Exception {
        Appointment end =
                new Appointment(EffectKind.TERMINATION, null, 1, Letters.SUN_2027_05_23, "15", 0, false, 9, TOLD, TOLD);
        Appointment stops = new Appointment(
                EffectKind.PROVISIONAL_APPLICATION_ENDS,
                Letters.BY,
                1,
                Letters.WED_2026_12_23,
                "11",
                0,
                false,
                8,
                TOLD,
                TOLD);
        Calendar calendar = read(FILE.write(Letters.AGREEMENT, List.of(end, stops)));
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events.stream().skip(1).map(event -> value(event, "SUMMARY")))
                .containsExactly(
                        "Республика Беларусь: прекращение временного применения Соглашения"
                                + " / Provisional application of the Agreement by the Republic of Belarus ends",
                        "Прекращение действия Соглашения / The Agreement is no longer in force");
    }

    private static Calendar read(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
