package io.depository.treaty;

/** Whether an act is open to its state when it is received. */
final class Openness {

    private Openness() {}

    /** Whether a state that has no consent standing can consent by this act. */
    static boolean isOpen(LegalFact fact, Chronicle told) {
        return switch (fact.act()) {
            case ACCESSION -> opensAccession(fact, told);
            case SUCCESSION -> opensSuccession(fact, told);
            default -> opensConsent(fact, told);
        };
    }

    /** Signatories consent once; one that has left can only accede. */
    private static boolean opensConsent(LegalFact fact, Chronicle told) {
        Circle openTo = told.agreement().clauses().consent().openTo();
        if (openTo != null) {
            return openTo.includes(fact.party());
        }
        Signatures signatures = told.signatures();
        SignatureRule rule = told.agreement().clauses().signature();
        boolean signs = fact.act() == Act.SIGNATURE
                && rule != null
                && rule.openTo().includes(fact.party())
                && rule.isOpenOn(fact.receivedOn());
        boolean signatory = fact.act() == Act.DEFINITIVE_SIGNATURE
                || signs
                || signatures.isSignatory(fact.party())
                || signatures.isDoubtful(fact.party());
        return signatory && !told.hasLeft(fact.party(), fact.receivedOn());
    }

    private static boolean opensAccession(LegalFact fact, Chronicle told) {
        AccessionRule rule = told.agreement().clauses().accession();
        if (rule == null || !rule.openTo().includes(fact.party())) {
            return false;
        }
        Threshold threshold = told.threshold();
        boolean inForce = threshold != null && !threshold.generalOn().isAfter(fact.receivedOn());
        if (rule.onceInForce() && !inForce) {
            return false;
        }
        return rule.signatoriesToo()
                || !told.signatures().isSignatory(fact.party())
                || told.hasLeft(fact.party(), fact.receivedOn());
    }

    private static boolean opensSuccession(LegalFact fact, Chronicle told) {
        SuccessionRule rule = told.agreement().clauses().succession();
        return rule != null && rule.openTo().includes(fact.party());
    }
}
