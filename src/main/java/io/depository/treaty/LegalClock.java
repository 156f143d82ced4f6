package io.depository.treaty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when a period runs.
 *
 * @param start the event that sets it going
 * @param objections a period within which others may object, which must have ended first; null where there is none. The
 *     Hague convention of 5 October 1961 on legalisation: an accession takes effect sixty days after six months for
 *     objections, which run from the depositary's notice of it
 */
public record LegalClock(Start start, @Nullable LegalPeriod objections) {

    /** The receipt by the depositary. */
    public static final LegalClock RECEIPT = new LegalClock(Start.RECEIPT, null);

    /** What sets a period going. */
    public enum Start {
        /** The day on which the depositary received the act. */
        RECEIPT("receipt"),

        /** The day on which the depositary told the states of it; the day of its registration. */
        NOTICE("notice"),

        /**
         * The day on which the last of those had agreed whose consent an accession needs: it is known where it is recorded,
         * and until then nothing begins to run.
         */
        CONSENTS("consents");

        private final String wireName;

        Start(String wireName) {
            this.wireName = wireName;
        }

        /** The name in agreement files. */
        public String wireName() {
            return wireName;
        }
    }

    /** The day of the event for the act itself: its receipt, the depositary's notice of it, or the last consent to it. */
    LocalDate eventOf(LegalFact fact) {
        LocalDate agreed = fact.agreedOn();
        if (start == Start.CONSENTS && agreed != null) {
            return agreed;
        }
        LocalDate noticed = fact.noticedOn();
        return start == Start.NOTICE && noticed != null ? noticed : fact.receivedOn();
    }

    /** The day of the latest event among the acts. */
    LocalDate eventOf(List<LegalFact> facts) {
        LocalDate latest = eventOf(facts.get(0));
        for (LegalFact fact : facts) {
            LocalDate event = eventOf(fact);
            latest = event.isAfter(latest) ? event : latest;
        }
        return latest;
    }

    /**
     * The day on which a period ends that this clock sets going. The convention is that of the day of the event, also where
     * objections come between: what began before a depository changed its reading is counted as it began.
     */
    LocalDate endsOn(LegalPeriod period, LocalDate event, Counting counting, boolean otherConvention) {
        CountingConvention convention = period.conventionFor(event, counting);
        return period.endsOn(startsOn(event, counting), otherConvention ? convention.other() : convention);
    }

    /** Whether the day of the event is known for all of the acts; where a notice is not, the receipt stands for it. */
    boolean isKnownFor(List<LegalFact> facts) {
        return start != Start.NOTICE || facts.stream().noneMatch(fact -> fact.noticedOn() == null);
    }

    /** Whether nothing has set the period going, since consents to the act are needed and are not there. */
    boolean waitsFor(LegalFact fact) {
        return start == Start.CONSENTS && fact.agreedOn() == null;
    }

    /** The day from which a period is counted, when the event was on the day given. */
    LocalDate startsOn(LocalDate event, Counting counting) {
        return objections == null ? event : objections.endsOn(event, counting);
    }
}
