package io.depository.agreements;

import static io.depository.agreements.ClauseFields.acts;
import static io.depository.agreements.ClauseFields.bilingual;
import static io.depository.agreements.ClauseFields.text;

import io.depository.treaty.AccessionRule;
import io.depository.treaty.Act;
import io.depository.treaty.AmendmentRule;
import io.depository.treaty.AuthorizedBodiesRule;
import io.depository.treaty.Circle;
import io.depository.treaty.Condition;
import io.depository.treaty.ConsentRule;
import io.depository.treaty.Counting;
import io.depository.treaty.DutyRule;
import io.depository.treaty.EntryIntoForceRule;
import io.depository.treaty.FinalClauses;
import io.depository.treaty.ProvisionalApplicationRule;
import io.depository.treaty.RefusedActs;
import io.depository.treaty.SignatureRule;
import io.depository.treaty.SuccessionRule;
import io.depository.treaty.WithdrawalRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The final clauses of a file that is valid by the schema. */
final class ClausesReader {

    /** No agreement is in force for one state alone (VCLT 24); one that is says so. */
    private static final int AT_LEAST = 2;

    private final ClauseFields fields;
    private final boolean openToAll;

    /**
     * @param openToAll whether every state may take part
     */
    ClausesReader(ClauseFields fields, boolean openToAll) {
        this.fields = fields;
        this.openToAll = openToAll;
    }

    FinalClauses read(JsonNode node) {
        EntryIntoForceRule entryIntoForce = entryIntoForce(node.get("entryIntoForce"));
        AccessionRule accession = accession(node.get("accession"));
        if (accession == null && entryIntoForce.counts().contains(Act.ACCESSION)) {
            throw fields.unexpected(
                    node.get("entryIntoForce").get("counts"),
                    "/clauses: a rule on accession was expected, because accessions count");
        }
        ConsentRule consent = consent(node.get("consent"), entryIntoForce);
        refuseCountingWhatIsNoConsent(node.get("entryIntoForce").get("counts"), entryIntoForce, consent);
        return new FinalClauses(
                counting(node.get("counting")),
                signature(node.get("signature")),
                consent,
                entryIntoForce,
                accession,
                succession(node.get("succession")),
                provisionalApplication(node.get("provisionalApplication")),
                withdrawal(node.get("withdrawal")),
                authorizedBodies(node.get("authorizedBodies")),
                duties(node.get("duties")),
                amendment(node.get("amendment")),
                refused(node.get("refused")));
    }

    private void refuseCountingWhatIsNoConsent(JsonNode node, EntryIntoForceRule entryIntoForce, ConsentRule consent) {
        for (Act act : entryIntoForce.counts()) {
            if (act != Act.ACCESSION && act != Act.SUCCESSION && !consent.acts().contains(act)) {
                throw fields.unexpected(
                        node,
                        "/clauses/entryIntoForce/counts: an act that expresses consent was expected, not "
                                + act.wireName() + "; /clauses/consent/acts says which do");
            }
        }
    }

    private Counting counting(JsonNode node) {
        if (node.isString()) {
            return Counting.always(ClauseFields.convention(node.asString()));
        }
        List<Counting.Span> spans = new ArrayList<>();
        Counting counting = null;
        for (JsonNode span : node) {
            spans.add(new Counting.Span(day(span.get("from")), ClauseFields.convention(text(span, "convention"))));
            try {
                counting = new Counting(spans);
            } catch (IllegalArgumentException e) {
                throw fields.unexpected(
                        span.has("from") ? span.get("from") : span,
                        "/clauses/counting: conventions in the order of their first days were expected, the first without"
                                + " one",
                        e);
            }
        }
        return Objects.requireNonNull(counting, "The schema wants at least one convention");
    }

    private @Nullable SignatureRule signature(@Nullable JsonNode node) {
        return node == null
                ? null
                : new SignatureRule(
                        text(node, "article"), fields.circleOr(node.get("openTo"), Circle.ALL), day(node.get("until")));
    }

    /** Where nothing is said of consent, the acts that count express it. */
    private ConsentRule consent(@Nullable JsonNode node, EntryIntoForceRule entryIntoForce) {
        if (node == null) {
            Set<Act> acts = EnumSet.copyOf(entryIntoForce.counts());
            acts.remove(Act.ACCESSION);
            acts.remove(Act.SUCCESSION);
            return new ConsentRule(entryIntoForce.article(), acts, null);
        }
        JsonNode openTo = node.get("openTo");
        boolean signatories = openTo == null || openTo.asString("").equals("signatories");
        return new ConsentRule(
                text(node, "article"), acts(node.get("acts")), signatories ? null : fields.circle(openTo));
    }

    private EntryIntoForceRule entryIntoForce(JsonNode node) {
        List<EntryIntoForceRule.Way> ways = new ArrayList<>();
        JsonNode earliest = node.get("earliest");
        if (earliest == null) {
            ways.add(way(node));
        } else {
            earliest.forEach(way -> ways.add(way(way)));
        }
        return new EntryIntoForceRule(
                text(node, "article"),
                ways,
                acts(node.get("counts")),
                fields.circleOr(node.get("from"), Circle.ALL),
                new EntryIntoForceRule.Later(
                        fields.period(node.get("laterPeriod")), fields.clock(node.get("laterClock"))),
                day(node.get("inForceSince")));
    }

    private EntryIntoForceRule.Way way(JsonNode node) {
        return new EntryIntoForceRule.Way(
                condition(node),
                fields.period(node.get("period")),
                fields.clock(node.get("clock")),
                day(node.get("notBefore")),
                day(node.get("onDay")));
    }

    private Condition condition(JsonNode node) {
        JsonNode needed = node.get("needed");
        List<Condition.Quota> quotas = new ArrayList<>();
        JsonNode ofWhich = node.get("ofWhich");
        if (ofWhich != null) {
            ofWhich.forEach(quota -> quotas.add(quota(quota)));
        }
        return new Condition(
                needed == null ? AT_LEAST : needed.asInt(),
                quotas,
                ClauseFields.parties(node.get("including")),
                weight(node.get("weight")),
                everyone(node.get("all")));
    }

    private Condition.Quota quota(JsonNode node) {
        JsonNode from = node.get("from");
        String name = from.isString() ? from.asString() : String.join(", ", codes(from));
        return new Condition.Quota(
                node.get("needed").asInt(),
                name,
                fields.countable(from, "/clauses/entryIntoForce/ofWhich").states());
    }

    private Condition.@Nullable Weight weight(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        JsonNode moreThan = node.get("moreThan");
        String share = moreThan == null ? text(node, "atLeast") : moreThan.asString();
        return new Condition.Weight(
                text(node, "table"), fields.shares(node.get("table")), new BigDecimal(share), moreThan != null);
    }

    private Condition.@Nullable Everyone everyone(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isString() && node.asString().equals("signatories")) {
            return new Condition.Everyone(true, Set.of(), "signatories");
        }
        Circle circle = fields.countable(node, "/clauses/entryIntoForce/all");
        String name = node.isString() ? node.asString() : String.join(", ", codes(node));
        return new Condition.Everyone(false, circle.states(), name);
    }

    private @Nullable AccessionRule accession(@Nullable JsonNode node) {
        return node == null
                ? null
                : new AccessionRule(
                        text(node, "article"),
                        fields.circleOr(node.get("openTo"), Circle.ALL),
                        isTrue(node.get("signatoriesToo")),
                        isTrue(node.get("onceInForce")),
                        new EntryIntoForceRule.Later(
                                fields.period(node.get("period")), fields.clock(node.get("clock"))));
    }

    private @Nullable SuccessionRule succession(@Nullable JsonNode node) {
        if (node == null) {
            return openToAll ? SuccessionRule.WHERE_SILENT : null;
        }
        return new SuccessionRule(text(node, "article"), fields.circleOr(node.get("openTo"), Circle.ALL));
    }

    private @Nullable ProvisionalApplicationRule provisionalApplication(@Nullable JsonNode node) {
        return node == null
                ? null
                : new ProvisionalApplicationRule(text(node, "article"), fields.period(node.get("period")));
    }

    private @Nullable WithdrawalRule withdrawal(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        JsonNode earliest = node.get("notBefore");
        return new WithdrawalRule(
                text(node, "article"),
                fields.period(node.get("notice")),
                earliest == null
                        ? null
                        : new WithdrawalRule.Earliest(
                                fields.period(earliest.get("period")),
                                text(earliest, "from").equals(WithdrawalRule.From.ENTRY_INTO_FORCE.wireName())
                                        ? WithdrawalRule.From.ENTRY_INTO_FORCE
                                        : WithdrawalRule.From.ENTRY_INTO_FORCE_FOR_PARTY,
                                text(earliest, "of").equals("effect")));
    }

    private static @Nullable AuthorizedBodiesRule authorizedBodies(@Nullable JsonNode node) {
        return node == null
                ? null
                : new AuthorizedBodiesRule(
                        text(node, "article"), node.get("changesWithinDays").asInt());
    }

    private List<DutyRule> duties(@Nullable JsonNode nodes) {
        List<DutyRule> duties = new ArrayList<>();
        if (nodes != null) {
            nodes.forEach(node -> duties.add(new DutyRule(
                    text(node, "article"),
                    ClauseFields.act(node.get("act")),
                    fields.period(node.get("within")),
                    text(node, "after").equals(DutyRule.After.CONSENT.wireName())
                            ? DutyRule.After.CONSENT
                            : DutyRule.After.ENTRY_INTO_FORCE_FOR_PARTY,
                    bilingual(node.get("what")))));
        }
        return duties;
    }

    private static @Nullable AmendmentRule amendment(@Nullable JsonNode node) {
        return node == null ? null : new AmendmentRule(text(node, "article"), bilingual(node.get("text")));
    }

    private static List<RefusedActs> refused(@Nullable JsonNode nodes) {
        List<RefusedActs> refused = new ArrayList<>();
        if (nodes != null) {
            nodes.forEach(node -> refused.add(new RefusedActs(acts(node.get("acts")), bilingual(node.get("because")))));
        }
        return refused;
    }

    private static List<String> codes(JsonNode nodes) {
        List<String> codes = new ArrayList<>();
        nodes.forEach(node -> codes.add(node.asString()));
        return codes;
    }

    private static boolean isTrue(@Nullable JsonNode node) {
        return node != null && node.asBoolean();
    }

    private static @Nullable LocalDate day(@Nullable JsonNode node) {
        return node == null ? null : LocalDate.parse(node.asString());
    }
}
