package io.depository.dispatch;

import io.depository.outbox.Enclosures.Enclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with one letter besides its JSON.
 *
 * @param paper the circular as PDF; null where there is none
 * @param days the days that it tells, as iCalendar; null where there are none
 */
record Enclosed(byte @Nullable [] paper, byte @Nullable [] days) {

    static final String PAPER = "circular.pdf";
    static final String DAYS = "circular.ics";

    /** Acknowledgements go alone. */
    static final Enclosed NOTHING = new Enclosed(null, null);

    static Enclosed of(List<Enclosure> kept) {
        return new Enclosed(content(kept, PAPER), content(kept, DAYS));
    }

    private static byte @Nullable [] content(List<Enclosure> kept, String name) {
        for (Enclosure enclosure : kept) {
            if (enclosure.name().equals(name)) {
                return enclosure.content();
            }
        }
        return null;
    }
}
