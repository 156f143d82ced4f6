package io.depository.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * The calendar's date: the day in the depository's zone, moved ahead by an offset in local mode. Never used for what is
 * recorded: recorded instants are true.
 */
public record Today(Clock clock, ZoneId zone, Period offset) {

    /** The date that what falls due, and the default of {@code asOf}, go by. */
    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), zone).plus(offset);
    }
}
