package io.depository.agreements;

import static io.depository.agreements.ClauseFields.acts;
import static io.depository.agreements.ClauseFields.day;
import static io.depository.agreements.ClauseFields.text;

import io.depository.treaty.Circle;
import io.depository.treaty.Condition;
import io.depository.treaty.EntryIntoForceRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The clause on entry into force of a file that is valid by the schema. */
final class EntryIntoForceReader {

    /** No agreement is in force for one state alone (VCLT 24); one that is says so. */
    private static final int AT_LEAST = 2;

    private final ClauseFields fields;

    EntryIntoForceReader(ClauseFields fields) {
        this.fields = fields;
    }

    EntryIntoForceRule read(JsonNode node) {
        Circle from = fields.circleOr(node.get("from"), Circle.ALL);
        Satisfiability possible = new Satisfiability(fields, from);
        List<EntryIntoForceRule.Way> ways = new ArrayList<>();
        JsonNode earliest = node.get("earliest");
        if (earliest == null) {
            ways.add(way(node, possible));
        } else {
            earliest.forEach(way -> ways.add(way(way, possible)));
        }
        JsonNode binds = node.get("binds");
        return new EntryIntoForceRule(
                text(node, "article"),
                ways,
                acts(node.get("counts")),
                from,
                later(node),
                binds == null ? null : fields.countable(binds, "/clauses/entryIntoForce/binds"),
                day(node.get("inForceSince")));
    }

    private EntryIntoForceRule.Later later(JsonNode node) {
        return new EntryIntoForceRule.Later(
                fields.period(node.get("laterPeriod")),
                fields.clock(node.get("laterClock")),
                node.path("laterFrom").asString("").equals("entry-into-force"),
                ClauseFields.isTrue(node.get("laterDay")));
    }

    private EntryIntoForceRule.Way way(JsonNode node, Satisfiability possible) {
        Condition condition = condition(node);
        possible.check(condition, node);
        return new EntryIntoForceRule.Way(
                condition,
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
                weights(node.get("weight")),
                everyone(node.get("all")));
    }

    private Condition.Quota quota(JsonNode node) {
        JsonNode from = node.get("from");
        return new Condition.Quota(
                node.get("needed").asInt(),
                nameOf(from),
                fields.countable(from, "/clauses/entryIntoForce/ofWhich").states());
    }

    private List<Condition.Weight> weights(@Nullable JsonNode node) {
        List<Condition.Weight> weights = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(one -> weights.add(weight(one)));
        } else if (node != null) {
            weights.add(weight(node));
        }
        return weights;
    }

    private Condition.Weight weight(JsonNode node) {
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
        return new Condition.Everyone(false, circle.states(), nameOf(node));
    }

    /** The name of a group, or the codes of a list. */
    private static String nameOf(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        List<String> codes = new ArrayList<>();
        node.forEach(code -> codes.add(code.asString()));
        return String.join(", ", codes);
    }
}
