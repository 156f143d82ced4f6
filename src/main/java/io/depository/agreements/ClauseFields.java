package io.depository.agreements;

import io.depository.treaty.Act;
import io.depository.treaty.Bilingual;
import io.depository.treaty.Circle;
import io.depository.treaty.CountingConvention;
import io.depository.treaty.LegalClock;
import io.depository.treaty.LegalPeriod;
import io.depository.treaty.PartyCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
                    where + ": ожидаются states, группа или список: кто такие все государства мира, файл не говорит",
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
            throw unexpected(
                    node,
                    "ожидается имя одной из групп файла (groups), а не " + name,
                    "the name of one of the file's groups was expected, not " + name);
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
            throw unexpected(
                    name,
                    "ожидается имя одной из таблиц файла (weights), а не " + name.asString(),
                    "the name of one of the file's weights was expected, not " + name.asString());
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
        JsonNode onNext = node.get("onNext");
        try {
            period = ending == null ? period : period.ending(ending(ending.asString()));
        } catch (IllegalArgumentException e) {
            String nth = LegalPeriod.Ending.FIRST_OF_NTH_MONTH.wireName();
            throw unexpected(
                    node,
                    "при ending: " + nth + " ожидается длина в месяцах, не меньше одного",
                    "a length in months, at least one, was expected where the ending is " + nth);
        }
        if (onNext != null) {
            if (counting != null) {
                throw unexpected(
                        counting,
                        "ожидается одно из двух, onNext или counting: до дня года срок лишь истекает",
                        "either onNext or counting was expected, not both: until a day of the year a period only runs out");
            }
            period = onNext(period, onNext);
        }
        return counting == null ? period : period.counted(convention(counting.asString()));
    }

    private LegalPeriod onNext(LegalPeriod period, JsonNode nodes) {
        List<MonthDay> days = new ArrayList<>();
        for (JsonNode node : nodes) {
            try {
                days.add(MonthDay.parse("--" + node.asString()));
            } catch (DateTimeException e) {
                throw unexpected(
                        node,
                        "такого дня в году нет: " + node.asString(),
                        "no year has such a day: " + node.asString());
            }
        }
        if (period.ending() != LegalPeriod.Ending.ON_THE_DAY) {
            throw unexpected(
                    nodes,
                    "ожидается одно из двух, onNext или ending",
                    "either onNext or ending was expected, not both");
        }
        return period.onNext(days);
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

    /** Refuses what is at that place; the words name the place in the file first. */
    UnreadableAgreement unexpected(@Nullable JsonNode at, String ru, String en) {
        return CheckedYaml.Place.of(at).refusal(fileName, new Bilingual(ru, en), null);
    }

    /** The states that the file names, or names as signatories, and those whom the agreement is open to besides. */
    Circle entitled() {
        JsonNode openTo = root.get("openTo");
        Circle open = openTo == null ? Circle.of(Set.of()) : circle(openTo);
        if (open.all()) {
            return open;
        }
        Set<PartyCode> states = new LinkedHashSet<>(namedStates());
        states.addAll(open.states());
        JsonNode signatories = root.get("signatories");
        if (signatories != null) {
            states.addAll(circle(signatories).states());
        }
        return Circle.of(states);
    }

    static boolean isTrue(@Nullable JsonNode node) {
        return node != null && node.asBoolean();
    }

    static @Nullable LocalDate day(@Nullable JsonNode node) {
        return node == null ? null : LocalDate.parse(node.asString());
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
