package io.depository.agreements;

import io.depository.treaty.Circle;
import io.depository.treaty.Condition;
import io.depository.treaty.PartyCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Refuses a condition of entry into force that no consents could meet: most often a slip in a number or in a group. */
final class Satisfiability {

    private static final String AT = "/clauses/entryIntoForce/";

    private final ClauseFields fields;
    private final Circle from;
    private final Circle entitled;

    /**
     * @param from whose consent counts
     */
    Satisfiability(ClauseFields fields, Circle from) {
        this.fields = fields;
        this.from = from;
        this.entitled = fields.entitled();
    }

    /** Throws where the condition cannot be met, at the part that makes it so. */
    void check(Condition condition, JsonNode node) {
        checkNumber(condition, node);
        for (int i = 0; i < condition.ofWhich().size(); i++) {
            checkQuota(condition.ofWhich().get(i), node.get("ofWhich").get(i));
        }
        checkAllCount("including", condition.including().stream(), node);
        Condition.Everyone all = condition.all();
        if (all != null && !all.signatories()) {
            checkAllCount("all", all.states().stream(), node);
        }
        for (int i = 0; i < condition.weights().size(); i++) {
            JsonNode weights = node.get("weight");
            checkWeight(condition.weights().get(i), weights.isArray() ? weights.get(i) : weights);
        }
    }

    private void checkNumber(Condition condition, JsonNode node) {
        if (from.all() && entitled.all()) {
            return;
        }
        long who = (from.all() ? entitled : from)
                .states().stream().filter(this::counts).count();
        if (node.has("needed") && condition.number() > who) {
            throw fields.unexpected(
                    node.get("needed"),
                    AT + "needed: нужно " + condition.number() + ", а государств, чье согласие учитывается, всего "
                            + who,
                    AT + "needed: " + condition.number() + " are needed, but there are only " + who
                            + " states whose consent counts");
        }
    }

    private void checkQuota(Condition.Quota quota, JsonNode node) {
        long who = quota.members().stream().filter(this::counts).count();
        if (quota.number() > who) {
            throw fields.unexpected(
                    node.get("needed"),
                    AT + "ofWhich: нужно " + quota.number() + " из группы " + quota.group()
                            + ", а тех из нее, чье согласие учитывается, всего " + who,
                    AT + "ofWhich: " + quota.number() + " are needed from " + quota.group() + ", but only " + who
                            + " of it are states whose consent counts");
        }
    }

    private void checkAllCount(String field, Stream<PartyCode> states, JsonNode node) {
        String others = states.filter(party -> !counts(party)).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(PartyCode::value)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw fields.unexpected(
                    node.get(field),
                    AT + field + ": нужно согласие государств " + others
                            + ", а оно не учитывается: соглашение для них не открыто или from их не включает",
                    AT + field + ": the consent of " + others
                            + " is needed, but does not count: the agreement is not open to them, or from leaves them out");
        }
    }

    private void checkWeight(Condition.Weight weight, JsonNode node) {
        BigDecimal sum = weight.shares().entrySet().stream()
                .filter(share -> counts(share.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int compared = sum.compareTo(weight.atLeast());
        if (compared < 0 || (compared == 0 && weight.exceeding())) {
            throw fields.unexpected(
                    node.get(weight.exceeding() ? "moreThan" : "atLeast"),
                    AT + "weight: нужно " + (weight.exceeding() ? "более " : "не менее ") + weight.atLeast()
                            + " %, а доли таблицы " + weight.table() + " у тех, чье согласие учитывается, в сумме "
                            + sum
                            + " %",
                    AT + "weight: " + (weight.exceeding() ? "more than " : "at least ") + weight.atLeast()
                            + " % is needed, but the shares in " + weight.table()
                            + " of those whose consent counts amount to " + sum + " %");
        }
    }

    private boolean counts(PartyCode party) {
        return from.includes(party) && entitled.includes(party);
    }
}
