package io.depository.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "2, PT4S", "5, PT32S", "8, PT256S", "9, PT5M", "63, PT5M", "10000, PT5M"})
    void doublesUpToFiveMinutesLessAQuarterAtMost(int failures, Duration whole) {
        BackOff backOff = new BackOff(new Random(17));
        for (int i = 0; i < 100; i++) {
            assertThat(backOff.after(failures)).isBetween(whole.multipliedBy(3).dividedBy(4), whole);
        }
    }
}
