package io.depository.treaty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the consents that bring an agreement into force: the fewest first ones that open a way. */
final class Thresholds {

    private Thresholds() {}

    /**
     * The threshold whose day is the earliest; null where no way is open.
     *
     * @param counted the consents that count, in order of receipt
     * @param signatories the states known to have signed
     */
    static @Nullable Threshold find(
            Agreement agreement, List<LegalFact> counted, Set<PartyCode> signatories, RecordedDates recorded) {
        EntryIntoForceRule rule = agreement.clauses().entryIntoForce();
        LocalDate since = rule.inForceSince();
        if (since != null) {
            return Threshold.given(
                    since, counted, rule.firstWay(), agreement.clauses().counting(), recorded.general());
        }
        Threshold earliest = null;
        for (EntryIntoForceRule.Way way : rule.ways()) {
            List<LegalFact> inOrder = inOrderOf(way.clock(), counted);
            int met = firstMet(way.condition(), inOrder, signatories);
            if (met > 0) {
                Threshold found = Threshold.of(
                        inOrder.subList(0, met), way, agreement.clauses().counting(), recorded.general());
                earliest = earliest == null || found.computedOn().isBefore(earliest.computedOn()) ? found : earliest;
            }
        }
        return earliest;
    }

    /** Where a period runs from the depositary's notice, the notices say which consent is the last one needed. */
    private static List<LegalFact> inOrderOf(LegalClock clock, List<LegalFact> counted) {
        return clock.start() == LegalClock.Start.RECEIPT
                ? counted
                : counted.stream().sorted(Comparator.comparing(clock::eventOf)).toList();
    }

    /** The tally of all that count towards that way. */
    static Tally tally(Condition condition, List<LegalFact> counted, Set<PartyCode> signatories) {
        Tally tally = new Tally(condition, signatories);
        counted.forEach(consent -> tally.add(consent.party()));
        return tally;
    }

    /** How many of the first consents meet the condition; 0 where all of them do not. */
    private static int firstMet(Condition condition, List<LegalFact> counted, Set<PartyCode> signatories) {
        if (counted.size() < condition.number()) {
            return 0;
        }
        if (condition.isNumberAlone()) {
            return condition.number();
        }
        Tally tally = new Tally(condition, signatories);
        for (int i = 0; i < counted.size(); i++) {
            tally.add(counted.get(i).party());
            if (tally.isMet()) {
                return i + 1;
            }
        }
        return 0;
    }
}
