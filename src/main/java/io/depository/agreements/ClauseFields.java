package io.depository.agreements;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Circle;
import io.depository.treaty.CountingConvention;
import io.depository.treaty.LegalClock;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.PartyCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an agreement file as the types that clauses are made of. */
final class ClauseFields {

    private static final String ALL = "all";
    private static final String STATES = "states";

    private final String fileName;
    private final JsonNode root;

    ClauseFields(String fileName, JsonNode root) {
        this.fileName = fileName;
        this.root = root;
    }

    /** All, all but some, a group of the file by its name, or a list of codes. */
    Circle circle(JsonNode node) {
        if (node.isArray()) {
            return Circle.of(parties(node));
        }
        if (node.isObject()) {
            return Circle.allBut(parties(node.get("allBut")));
        }
        String name = node.asString();
        if (name.equals(ALL)) {
            return Circle.ALL;
        }
        return Circle.of(name.equals(STATES) ? namedStates() : group(node, name));
    }

    /** States that can be counted: a group or a list, but not all states in the world. */
    Circle countable(JsonNode node, String where) {
        Circle circle = circle(node);
        if (circle.all()) {
            throw unexpected(
                    node,
                    where + ": states, a group or a list was expected: who all states in the world are, no file says");
        }
        return circle;
    }

    Circle circleOr(@Nullable JsonNode node, Circle otherwise) {
        return node == null ? otherwise : circle(node);
    }

    private Set<PartyCode> group(JsonNode node, String name) {
        JsonNode groups = root.get("groups");
        JsonNode group = groups == null ? null : groups.get(name);
        if (group == null) {
            throw unexpected(node, "the name of one of the file's groups was expected, not " + name, null);
        }
        return parties(group);
    }

    private Set<PartyCode> namedStates() {
        Set<PartyCode> states = new LinkedHashSet<>();
        JsonNode nodes = root.get("states");
        if (nodes != null) {
            nodes.forEach(node -> states.add(new PartyCode(node.isString() ? node.asString() : text(node, "party"))));
        }
        return states;
    }

    static Set<PartyCode> parties(@Nullable JsonNode nodes) {
        Set<PartyCode> parties = new LinkedHashSet<>();
        if (nodes != null) {
            nodes.forEach(node -> parties.add(new PartyCode(node.asString())));
        }
        return parties;
    }

    /** The table of shares of that name. */
    Map<PartyCode, BigDecimal> shares(JsonNode name) {
        JsonNode tables = root.get("weights");
        JsonNode table = tables == null ? null : tables.get(name.asString());
        if (table == null) {
            throw unexpected(name, "the name of one of the file's weights was expected, not " + name.asString(), null);
        }
        Map<PartyCode, BigDecimal> shares = new HashMap<>();
        table.get("shares")
                .properties()
                .forEach(share -> shares.put(
                        new PartyCode(share.getKey()),
                        new BigDecimal(share.getValue().asString())));
        return shares;
    }

    static Set<Act> acts(JsonNode nodes) {
        Set<Act> acts = new HashSet<>();
        nodes.forEach(node -> acts.add(act(node)));
        return acts;
    }

    static Act act(JsonNode node) {
        return Act.find(node.asString())
                .orElseThrow(() -> new IllegalStateException("The schema allows an act that is none: " + node));
    }

    LegalPeriod period(JsonNode node) {
        if (node.isString()) {
            return length(node.asString());
        }
        LegalPeriod period = length(text(node, "length"));
        JsonNode ending = node.get("ending");
        JsonNode counting = node.get("counting");
        try {
            period = ending == null ? period : period.ending(ending(ending.asString()));
        } catch (IllegalArgumentException e) {
            throw unexpected(
                    node,
                    "a length in months, at least one, was expected where the ending is "
                            + LegalPeriod.Ending.FIRST_OF_NTH_MONTH.wireName(),
                    e);
        }
        return counting == null ? period : period.counted(convention(counting.asString()));
    }

    LegalClock clock(@Nullable JsonNode node) {
        if (node == null) {
            return LegalClock.RECEIPT;
        }
        return node.isString()
                ? new LegalClock(start(node.asString()), null)
                : new LegalClock(start(text(node, "from")), period(node.get("objections")));
    }

    static CountingConvention convention(String wireName) {
        for (CountingConvention counting : CountingConvention.values()) {
            if (counting.wireName().equals(wireName)) {
                return counting;
            }
        }
        throw new IllegalStateException("The schema allows a counting convention that is none: " + wireName);
    }

    static Bilingual bilingual(JsonNode node) {
        return new Bilingual(text(node, "ru"), text(node, "en"));
    }

    static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    UnreadableAgreement unexpected(@Nullable JsonNode at, String whatIsWrong, @Nullable Throwable cause) {
        String said = CheckedYaml.said(fileName, CheckedYaml.placeOf(at), whatIsWrong);
        return cause == null ? new UnreadableAgreement(said) : new UnreadableAgreement(said, cause);
    }

    UnreadableAgreement unexpected(@Nullable JsonNode at, String whatIsWrong) {
        return unexpected(at, whatIsWrong, null);
    }

    private static LegalPeriod length(String text) {
        int amount = Integer.parseInt(text.substring(1, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'D' -> LegalPeriod.ofDays(amount);
            case 'M' -> LegalPeriod.ofMonths(amount);
            default -> LegalPeriod.ofYears(amount);
        };
    }

    private static LegalPeriod.Ending ending(String wireName) {
        for (LegalPeriod.Ending ending : LegalPeriod.Ending.values()) {
            if (ending.wireName().equals(wireName)) {
                return ending;
            }
        }
        throw new IllegalStateException("The schema allows an ending that is none: " + wireName);
    }

    private static LegalClock.Start start(String wireName) {
        for (LegalClock.Start start : LegalClock.Start.values()) {
            if (start.wireName().equals(wireName)) {
                return start;
            }
        }
        throw new IllegalStateException("The schema allows a clock that is none: " + wireName);
    }
}
