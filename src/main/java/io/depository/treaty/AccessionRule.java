package io.depository.treaty;

/**
 * How a state that did not sign, or that was a party once, joins. Whether accessions count towards entry into force
 * is said by {@link EntryIntoForceRule#counts}.
 *
 * <p>Article 13 of the seed agreement: 30 days after receipt, but never before the general entry into force: VCLT 24
 * knows no agreement in force for one state alone. Accession received on Monday 2 March 2026, general entry into force
 * on Saturday 4 April 2026: for the acceding state from Saturday 4 April 2026.
 *
 * @param article the article's number, bare
 * @param openTo who may accede, of those whom the agreement is open to at all
 * @param signatoriesToo whether a signatory may accede as well; where not, it consents as signatories do
 * @param onceInForce whether accession is open only from the general entry into force on
 * @param later from the accession to entry into force for that state
 */
public record AccessionRule(
        String article, Circle openTo, boolean signatoriesToo, boolean onceInForce, EntryIntoForceRule.Later later) {

    /** The plain rule: for all who did not sign, a period after receipt. */
    public static AccessionRule of(String article, LegalPeriod period) {
        return new AccessionRule(
                article, Circle.ALL, false, false, new EntryIntoForceRule.Later(period, LegalClock.RECEIPT));
    }
}
