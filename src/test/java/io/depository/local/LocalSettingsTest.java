package io.depository.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSettingsTest {

    @Test
    void hasTheContractsDefaults() {
        assertThat(LocalSettings.from(Map.of()))
                .isEqualTo(new LocalSettings(
                        Path.of("data").toAbsolutePath(), 8080, 61616, true, 3025, 3143, 0, Period.ZERO));
    }

    @Test
    void takesWhatTheEnvironmentSays() {
        assertThat(LocalSettings.from(Map.of(
                        "DEPOSITORY_HOME", "/srv/depository",
                        "SERVER_PORT", "80",
                        "LOCAL_BROKER_PORT", "1",
                        "LOCAL_MAIL", "external",
                        "LOCAL_SMTP_PORT", "2",
                        "LOCAL_IMAP_PORT", "3",
                        "LOCAL_POSTGRES_PORT", "4",
                        "LOCAL_CLOCK_OFFSET", "P31D")))
                .isEqualTo(new LocalSettings(Path.of("/srv/depository"), 80, 1, false, 2, 3, 4, Period.ofDays(31)));
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_PORT, http",
        "LOCAL_BROKER_PORT, 65536",
        "LOCAL_MAIL, none",
        "LOCAL_SMTP_PORT, -1",
        "LOCAL_CLOCK_OFFSET, 31 days",
        "LOCAL_CLOCK_OFFSET, PT5H"
    })
    void namesWhatItCannotRead(String name, String value) {
        assertThatThrownBy(() -> LocalSettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
