package io.depository.configuration;

import io.depository.calendar.ClockWatch;
import io.depository.calendar.Today;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock, and the calendar that may run ahead of it in local mode. */
@Configuration
class TimeWiring {

    @Bean
    Clock clock() {
        return SystemClock.utc();
    }

    @Bean
    Today today(Clock clock, Settings settings) {
        return new Today(clock, settings.zone(), settings.clockOffset());
    }

    @Bean
    ClockWatch clockWatch(Clock clock, JdbcClient jdbc) {
        return new ClockWatch(
                clock,
                System::nanoTime,
                () -> jdbc.sql("select clock_timestamp()")
                        .query(Timestamp.class)
                        .single()
                        .toInstant());
    }
}
