package io.depository.treaty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Register entries as reasons name them. What is only considered has no entry yet: it comes last, by name. */
final class Entries {

    /** Of a long list, reasons name the first and the last ones. */
    private static final int AT_MOST = 12;

    private Entries() {}

    static String ru(LegalFact fact) {
        return ru(List.of(fact));
    }

    static String en(LegalFact fact) {
        return en(List.of(fact));
    }

    static String ru(List<LegalFact> facts) {
        return "(" + bareRu(facts) + ")";
    }

    static String en(List<LegalFact> facts) {
        return "(" + bareEn(facts) + ")";
    }

    static String bareRu(List<LegalFact> facts) {
        return bare(facts, "запись ", "записи ", "это уведомление");
    }

    static String bareEn(List<LegalFact> facts) {
        return bare(facts, "entry ", "entries ", "this notification");
    }

    /** The consents that stand and do not count, and why: a sentence to go on with, or nothing. */
    static Bilingual uncounted(LegalPosition position) {
        Chronicle chronicle = position.chronicle();
        EntryIntoForceRule rule = position.agreement().clauses().entryIntoForce();
        Set<LegalFact> counted = new HashSet<>(chronicle.counted());
        List<String> ru = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (PartyCode party : position.parties()) {
            for (Participation participation : chronicle.participationsOf(party)) {
                LegalFact consent = participation.consent();
                if (counted.contains(consent)) {
                    continue;
                }
                Bilingual why = whyNot(participation, rule);
                ru.add(bareRu(List.of(consent)) + " (" + party + ", " + why.ru() + ")");
                en.add(bareEn(List.of(consent)) + " (" + party + ", " + why.en() + ")");
            }
        }
        return ru.isEmpty()
                ? new Bilingual("", "")
                : new Bilingual(
                        "; не учтены: " + shortened(ru, "и другие"), "; not counted: " + shortened(en, "and others"));
    }

    /** Why a consent does not count. */
    static Bilingual whyNot(Participation participation, EntryIntoForceRule rule) {
        LegalFact consent = participation.consent();
        if (participation.revocation() != null) {
            return new Bilingual("отозвано", "revoked");
        }
        if (!rule.counts().contains(consent.act())) {
            Instrument what = Instrument.of(consent.act());
            return new Bilingual(what.ru() + " не учитывается", what.en() + " does not count");
        }
        return new Bilingual(
                "государство не из тех, чьи согласия учитываются", "not among the states whose consent counts");
    }

    private static String shortened(List<String> parts, String more) {
        return parts.size() <= AT_MOST
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, AT_MOST)) + " " + more;
    }

    private static String bare(List<LegalFact> facts, String one, String many, String considered) {
        List<LegalFact> registered = facts.stream()
                .filter(fact -> fact.entry() != LegalFact.UNREGISTERED)
                .toList();
        if (registered.isEmpty()) {
            return considered;
        }
        String said = (registered.size() == 1 ? one : many) + numbers(registered);
        return registered.size() == facts.size() ? said : said + ", " + considered;
    }

    private static String numbers(List<LegalFact> facts) {
        int size = facts.size();
        if (size <= AT_MOST) {
            return joined(facts);
        }
        return joined(facts.subList(0, AT_MOST / 2)) + ", …, " + joined(facts.subList(size - AT_MOST / 2, size));
    }

    private static String joined(List<LegalFact> facts) {
        return facts.stream().map(fact -> Long.toString(fact.entry())).collect(Collectors.joining(", "));
    }
}
