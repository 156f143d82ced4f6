package io.depository.treaty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when a state applies an agreement provisionally (VCLT 25). */
final class Provisional {

    private Provisional() {}

    /** The day, as it is counted; null where the state does not. */
    static @Nullable LocalDate since(PartyCode party, Chronicle chronicle) {
        return since(party, chronicle, false);
    }

    static @Nullable LocalDate since(PartyCode party, Chronicle chronicle, boolean otherConvention) {
        FinalClauses clauses = chronicle.agreement().clauses();
        ProvisionalApplicationRule rule = clauses.provisionalApplication();
        LegalFact fact = chronicle.provisionalOf(party);
        if (rule == null || fact == null) {
            return null;
        }
        return otherConvention
                ? rule.period().otherwiseEndsOn(fact.receivedOn(), clauses.counting())
                : rule.period().endsOn(fact.receivedOn(), clauses.counting());
    }
}
