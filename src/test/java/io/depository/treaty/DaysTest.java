package io.depository.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void carryTheirWeekdayInTheirName() throws IllegalAccessException {
        DateTimeFormatter name = DateTimeFormatter.ofPattern("EEE_yyyy_MM_dd", Locale.ROOT);
        for (Field field : Days.class.getDeclaredFields()) {
            if (field.getType() == LocalDate.class) {
                assertThat(field.getName())
                        .isEqualTo(name.format((LocalDate) field.get(null)).toUpperCase(Locale.ROOT));
            }
        }
    }
}
