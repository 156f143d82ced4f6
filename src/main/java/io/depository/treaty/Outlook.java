package io.depository.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement still needs to enter into force.
 *
 * @param missing each part of the condition that is not met, in words; where there are several ways into force, all that one of them lacks
 *     in one piece, each way after the other; empty once the condition is met
 * @param earliest the day of entry into force; while the condition is not met, the day that it would have if all that is
 *     missing were received on the day from which it is looked
 * @param candidates the states that the agreement names whose consent would still count
 */
public record Outlook(List<Bilingual> missing, LocalDate earliest, List<PartyCode> candidates) {

    public Outlook {
        missing = List.copyOf(missing);
        candidates = List.copyOf(candidates);
    }

    static Outlook of(LegalPosition position, LocalDate asOf) {
        EntryIntoForceRule rule = position.agreement().clauses().entryIntoForce();
        Optional<LocalDate> general = position.entryIntoForce();
        if (general.isPresent()) {
            return new Outlook(List.of(), general.get(), List.of());
        }
        LocalDate earliest = null;
        for (EntryIntoForceRule.Way way : rule.ways()) {
            LocalDate day = way.dayAfter(asOf, position.agreement().clauses().counting(), false);
            earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        }
        RecordedDate recorded = position.chronicle().recorded().general();
        return new Outlook(
                missing(rule, position),
                recorded == null ? orToday(earliest, asOf) : recorded.on(),
                candidates(position, rule, asOf));
    }

    private static List<Bilingual> missing(EntryIntoForceRule rule, LegalPosition position) {
        if (rule.ways().size() == 1) {
            return ConditionWords.missing(rule.firstWay().condition(), position);
        }
        List<Bilingual> ways = new ArrayList<>();
        for (EntryIntoForceRule.Way way : rule.ways()) {
            List<Bilingual> parts = ConditionWords.missing(way.condition(), position);
            int number = ways.size() + 1;
            ways.add(new Bilingual(
                    "способ " + number + ": "
                            + parts.stream().map(Bilingual::ru).collect(Collectors.joining("; ")),
                    "way " + number + ": " + parts.stream().map(Bilingual::en).collect(Collectors.joining("; "))));
        }
        return ways;
    }

    private static LocalDate orToday(@Nullable LocalDate earliest, LocalDate asOf) {
        return earliest == null ? asOf : earliest;
    }

    private static List<PartyCode> candidates(LegalPosition position, EntryIntoForceRule rule, LocalDate asOf) {
        Chronicle chronicle = position.chronicle();
        List<PartyCode> candidates = new ArrayList<>();
        for (AgreementState state : position.agreement().states()) {
            PartyCode party = state.party();
            boolean signatory = chronicle.signatures().isSignatory(party)
                    || chronicle.signatures().isDoubtful(party);
            boolean way = signatory
                    || rule.counts().contains(Act.ACCESSION)
                    || rule.counts().contains(Act.DEFINITIVE_SIGNATURE)
                    || position.agreement().clauses().consent().openTo() != null;
            if (way && rule.from().includes(party) && !chronicle.hasConsented(party, asOf)) {
                candidates.add(party);
            }
        }
        return candidates;
    }
}
