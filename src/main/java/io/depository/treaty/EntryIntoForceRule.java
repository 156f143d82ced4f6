package io.depository.treaty;

import java.time.LocalDate;
import java.util.Set;

/**
 * When the agreement enters into force: a number of consents, and a period after the receipt of the last of them.
 *
 * <p>Article 12 of the seed agreement: 30 days after the third notification. Three notifications received on Monday
 * 2 February, Tuesday 3 March and Thursday 5 March 2026: in force for those three states from Saturday 4 April 2026,
 * 00:00. A fourth, received on Friday 6 March 2026: for that state from Sunday 5 April 2026.
 *
 * @param article the article's number, bare
 * @param needed how many consents bring it into force, at least one
 * @param counts the acts by which a signatory consents; each such consent is counted. Where accession is among them,
 *     accessions are counted too
 * @param period from the receipt of the last one needed to the general entry into force
 * @param laterPeriod from the receipt of a later consent to entry into force for that state
 */
public record EntryIntoForceRule(
        String article, int needed, Set<Act> counts, LegalPeriod period, LegalPeriod laterPeriod) {

    public EntryIntoForceRule {
        counts = Set.copyOf(counts);
        if (needed < 1 || counts.isEmpty()) {
            throw new IllegalArgumentException("Entry into force needs at least one consent, and an act that counts");
        }
    }

    /** The day of general entry into force, from 00:00, when the last consent needed was received on the day given. */
    public LocalDate generalOn(LocalDate lastReceivedOn, CountingConvention counting) {
        return period.endsOn(lastReceivedOn, counting);
    }

    /** Whether a signatory consents by that act. */
    boolean isConsentOfSignatory(Act act) {
        return act != Act.ACCESSION && counts.contains(act);
    }
}
