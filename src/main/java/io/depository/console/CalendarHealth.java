package io.depository.console;

import io.depository.calendar.ClockWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows that the calendar is halted because the machine's clock cannot be trusted. */
@Component("calendar")
class CalendarHealth implements HealthIndicator {

    private static final Status ATTENTION =
            new Status("ATTENTION", "the calendar is halted; set the clock and restart");

    private final ClockWatch watch;

    CalendarHealth(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.isHalted() ? Health.status(ATTENTION).build() : Health.up().build();
    }
}
