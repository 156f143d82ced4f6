package io.depository.configuration;

import java.time.Clock;

/** The clock of the system, for the application and for commands that run without it. */
public final class SystemClock {

    private SystemClock() {}

    /** It ticks in UTC; whoever asks for a date says in which zone. */
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
