package io.depository.treaty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A condition of entry into force in words: what met it, and what is still missing. */
final class ConditionWords {

    private ConditionWords() {}

    /** 56.87 %, with a comma in Russian. */
    static String percentRu(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString().replace('.', ',') + " %";
    }

    static String percentEn(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString() + " %";
    }

    /** What those consents amount to beside what was needed. */
    static Bilingual met(Condition condition, LegalPosition position, List<LegalFact> facts) {
        Tally tally = Thresholds.tally(
                condition, facts, position.chronicle().signatures().known());
        Instrument counted = Instrument.counted(
                position.agreement().clauses().entryIntoForce().counts());
        List<String> ru = new ArrayList<>();
        List<String> en = new ArrayList<>();
        int needed = position.neededFor(condition);
        ru.add(counted.countRu(tally.number()) + ", требуется " + needed);
        en.add(counted.countEn(tally.number()) + ", " + needed + " needed");
        for (int i = 0; i < condition.ofWhich().size(); i++) {
            Condition.Quota quota = condition.ofWhich().get(i);
            ru.add("из них " + tally.countedOf(i) + " от группы " + quota.group() + ", требуется " + quota.number());
            en.add(tally.countedOf(i) + " of them from " + quota.group() + ", " + quota.number() + " needed");
        }
        addIncluding(condition, ru, en);
        for (int i = 0; i < condition.weights().size(); i++) {
            Condition.Weight weight = condition.weights().get(i);
            BigDecimal share = tally.shareBy(i);
            ru.add("доля " + percentRu(share) + " (" + weight.table() + "), требуется " + atLeastRu(weight));
            en.add("share " + percentEn(share) + " (" + weight.table() + "), " + atLeastEn(weight) + " needed");
        }
        return new Bilingual(String.join("; ", ru), String.join("; ", en));
    }

    /** What is still missing by the first way into force: "2" where a number alone is, else all that is. */
    static Bilingual stillMissing(LegalPosition position) {
        Condition condition =
                position.agreement().clauses().entryIntoForce().firstWay().condition();
        int number = position.needed() - position.chronicle().counted().size();
        if (condition.isNumberAlone()) {
            return new Bilingual(Integer.toString(number), number + " more needed");
        }
        List<Bilingual> parts = missing(condition, position);
        return new Bilingual(
                parts.stream().map(Bilingual::ru).collect(Collectors.joining("; ")),
                "still needed: " + parts.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    /** Each part of the condition that is not met, in words. */
    static List<Bilingual> missing(Condition condition, LegalPosition position) {
        Chronicle chronicle = position.chronicle();
        Tally tally = Thresholds.tally(
                condition, chronicle.counted(), chronicle.signatures().known());
        Instrument counted = Instrument.counted(
                position.agreement().clauses().entryIntoForce().counts());
        List<Bilingual> parts = new ArrayList<>();
        if (tally.missingNumber() > 0) {
            int missing = tally.missingNumber();
            parts.add(new Bilingual("еще " + counted.countRu(missing), counted.moreEn(missing)));
        }
        for (int i = 0; i < condition.ofWhich().size(); i++) {
            int missing = tally.missingOf(i);
            String group = condition.ofWhich().get(i).group();
            if (missing > 0) {
                parts.add(new Bilingual("еще " + missing + " от группы " + group, missing + " more from " + group));
            }
        }
        if (!tally.missingStates().isEmpty()) {
            String codes = codes(tally.missingStates());
            parts.add(new Bilingual("согласие государств: " + codes, "the consent of " + codes));
        }
        for (int i = 0; i < condition.weights().size(); i++) {
            if (!tally.isHeavyEnough(i)) {
                parts.add(missing(condition.weights().get(i), tally.shareBy(i)));
            }
        }
        return parts;
    }

    private static Bilingual missing(Condition.Weight weight, BigDecimal share) {
        return new Bilingual(
                "доля " + atLeastRu(weight) + " (" + weight.table() + "), есть " + percentRu(share),
                "a share of " + atLeastEn(weight) + " (" + weight.table() + "), there are " + percentEn(share));
    }

    /** The share of one state in each of the tables: to be added to a sentence. */
    static Bilingual shares(Condition condition, PartyCode party) {
        StringBuilder ru = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Condition.Weight weight : condition.weights()) {
            BigDecimal share = weight.shareOf(party);
            ru.append("; доля ")
                    .append(percentRu(share))
                    .append(" (")
                    .append(weight.table())
                    .append(")");
            en.append("; share ")
                    .append(percentEn(share))
                    .append(" (")
                    .append(weight.table())
                    .append(")");
        }
        return new Bilingual(ru.toString(), en.toString());
    }

    private static void addIncluding(Condition condition, List<String> ru, List<String> en) {
        if (!condition.including().isEmpty()) {
            String codes = codes(condition.including());
            ru.add("в том числе " + codes);
            en.add("including " + codes);
        }
        Condition.Everyone all = condition.all();
        if (all != null) {
            ru.add(all.signatories() ? "все подписавшие государства" : "все государства группы " + all.group());
            en.add(all.signatories() ? "all signatories" : "all states of " + all.group());
        }
    }

    private static String atLeastRu(Condition.Weight weight) {
        return (weight.exceeding() ? "более " : "не менее ") + percentRu(weight.atLeast());
    }

    private static String atLeastEn(Condition.Weight weight) {
        return (weight.exceeding() ? "more than " : "at least ") + percentEn(weight.atLeast());
    }

    private static String codes(Set<PartyCode> parties) {
        return new TreeSet<>(parties).stream().map(PartyCode::value).collect(Collectors.joining(", "));
    }
}
